"""The page of a role: what the job takes; and the page that lists the roles."""

from learning_roadmap.model import KIND, Role
from learning_roadmap.pages.anchors import page_path
from learning_roadmap.pages.page import Heading, Page, SearchEntry
from learning_roadmap.pages.search import search_entry_of
from learning_roadmap.pages.view import View

ROLES_PATH = "roles/index.md"


def roles_page(root: View) -> Page:
    """The list of all roles."""
    view = root.at(ROLES_PATH)
    title = view.label(KIND["role"].heading)
    return Page(
        path=ROLES_PATH,
        group="roles",
        title=title,
        html=view.render("roles.html", title=title, roles=view.index.roadmap.roles),
        description=view.label(KIND["role"].about),
        toc=(Heading(title, "page-roles", 1),),
        search=(SearchEntry(title, ""),),
    )


def role_page(role: Role, root: View) -> Page:
    """The page of one role: required skills, then optional ones."""
    path = page_path("roles", role.id)
    view = root.at(path)
    required = [skill for skill in role.skills if not skill.optional]
    optional = [skill for skill in role.skills if skill.optional]
    groups = [
        (id, words, skills)
        for id, words, skills in (("role-required", view.words("role.required"), required), ("role-optional", view.words("role.optional"), optional))
        if skills
    ]
    headings = tuple(Heading(words, id, 2) for id, words, _ in groups)
    return Page(
        path=path,
        group="roles",
        title=role.title,
        html=view.render("role.html", role=role, groups=groups),
        description=role.summary or view.words("role.description", title=role.title),
        toc=(Heading(role.title, view.anchor(role), 1, headings),),
        search=(SearchEntry(role.title, search_entry_of(role, view, role.summary or "").text),),
        entry=role.id,
    )
