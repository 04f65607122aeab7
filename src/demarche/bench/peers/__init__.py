"""Other libraries asked the same questions in the same run: copies, dates, pages.

None of them is a dependency: `pip install datasketch rensa dateparser 'demarche[cluster]'` in an environment of your
own; one that is not there is named and passed over. Rates are by processor time of this process, its threads included.
"""
