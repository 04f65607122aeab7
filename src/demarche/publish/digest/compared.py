"""Two documents side by side -> one HTML page in the digest's style: nothing is loaded, hostile text is inert."""

from markupsafe import Markup

from demarche.families import Beside
from demarche.model import Document
from demarche.publish.digest import page
from demarche.publish.digest.links import followable
from demarche.publish.editions.dating import day


def compared(found: Beside, a: Document, b: Document) -> str:
    """The page as text; write it as UTF-8."""
    style = page.style("digest.css", "diff.css")
    environment = page.environment()
    environment.filters |= {"day": day, "link": followable}
    template = environment.get_template("diff.html.j2")
    return template.render(found=found, documents=(a, b), style=Markup(style), policy=page.policy(style))
