from demarche.desk import Answer as Answer
from demarche.desk import Desk as Desk
from demarche.desk import Heard as Heard
from demarche.desk import open as open
from demarche.desk import query as query
from demarche.desk import read as read
from demarche.desk import run as run

__version__: str
