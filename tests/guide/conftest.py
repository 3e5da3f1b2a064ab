"""The guide to the roadmap of the test project."""

import io

import pypdf
import pytest

from learning_roadmap.guide import Options, make_guide
from tests.guide.guides import DAY, INDEX


@pytest.fixture(scope="session")
def pdf() -> bytes:
    return make_guide(INDEX, Options(DAY, site="https://example.org/roadmap/")).pdf


@pytest.fixture(scope="session")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf))
