"""How the knowledge that ships in `demarche/lexicon/data/actors` was made; not needed at run time."""
