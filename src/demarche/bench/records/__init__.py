"""Whole articles to claims, records, families and differences: an export against full gold."""
