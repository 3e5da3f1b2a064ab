"""A link is dead only when there is no doubt, and no request goes to a private network."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from learning_roadmap.cli.main import main
from learning_roadmap.datafile import parse
from learning_roadmap.linkcheck import Answer, Verdict, check_links, links_of, request
from learning_roadmap.linkcheck import http as http_module
from learning_roadmap.text.decode import decode


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        code = int(self.path.strip("/").split("/")[0])
        self.send_response(405 if code == 299 else code)
        if 300 <= code < 400:
            self.send_header("Location", self.path.removeprefix(f"/{code}"))
        self.end_headers()

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/299" else int(self.path.strip("/").split("/")[0]))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    http_server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http_server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{http_server.server_port}"
    http_server.shutdown()
    thread.join()
    http_server.server_close()


@pytest.mark.parametrize(
    ("path", "verdict"),
    [("/200", "alive"), ("/299", "alive"), ("/404", "dead"), ("/410", "dead"), ("/400", "dead"), ("/403", "unsure"), ("/429", "unsure"),
     ("/503", "unsure"), ("/301/200", "moved"), ("/308/200", "moved"), ("/302/200", "alive"), ("/302/301/200", "alive"), ("/301/404", "dead"),
     ("/302" * 9 + "/200", "dead"), ("/302/javascript:alert(1)", "dead")],
)  # fmt: skip
def test_verdict_follows_from_the_status_and_redirects(server: str, path: str, verdict: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_module, "check_url", lambda url: url)
    monkeypatch.setattr(http_module, "TIMEOUT_SECONDS", 5)
    if "javascript" in path:
        monkeypatch.undo()
    assert request(server + path, lambda host: True).verdict == verdict


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/"])
def test_private_networks_are_not_requested(url: str) -> None:
    assert request(url).verdict is Verdict.DEAD and "private network" in request(url).message


def test_a_refused_connection_gives_no_verdict() -> None:
    assert request("http://127.0.0.1:9/", lambda host: True).verdict is Verdict.UNSURE


DATA = """format: 2
id: d
title: D
resources:
- {id: a, title: A, kind: book, url: 'https://a.example/one'}
- {id: b, title: B, kind: book, url: 'https://a.example/two'}
- {id: c, title: 'C <b>', kind: book, url: 'https://c.example/'}
"""


def test_each_url_is_requested_once_and_results_keep_their_order() -> None:
    links = links_of(parse(decode(DATA.encode(), "x"), Path("x")))
    requested: list[str] = []

    def answer(url: str) -> Answer:
        requested.append(url)
        return Answer(Verdict.ALIVE, "")

    answers = list(check_links(links, lambda text: None, answer))
    assert [link.url for link, _ in answers] == sorted(requested) == [link.url for link in links]


def test_the_command_fails_when_a_link_is_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data.yml").write_text(DATA, encoding="utf-8")
    dead = Answer(Verdict.DEAD, "status 404")
    monkeypatch.setattr("learning_roadmap.cli.links.check_links", lambda links, progress: [(links[-1], dead)])
    result = CliRunner().invoke(main, ["links", "--data", "data.yml", "--format", "markdown"])
    assert result.exit_code == 1
    assert "C &#60;b&#62;" in result.stdout and "data&#46;yml&#58;7" in result.stdout and result.stdout.endswith("1 address, 1 dead.\n")
