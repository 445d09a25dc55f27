"""What every test of the pages stands on: a server, a browser, phones."""
import os

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from support.browsers import ARTIFACTS, CHROMIUM, PATIENCE, watch
from support.server import postgres, serving, sqlite

expect.set_options(timeout=PATIENCE)


# Long files come before short ones, so that all workers end together; of those with cameras never all at once.
FIRST = ["test_branch_day", "test_booth", "test_uploads", "test_accessibility", "test_yard", "test_one_to_many", "test_console", "test_hall",
         "test_rtc", "test_precheck_desk", "test_sending_papers", "test_papers_script", "test_interview_member", "test_waiting_list",
         "test_api_fuzz", "test_tus"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: FIRST.index(item.path.stem) if item.path.stem in FIRST else len(FIRST))


def pytest_xdist_auto_num_workers():
    """Two for each processor, each with a browser and a server: tests wait more than they work."""
    return min(8, 2 * (os.cpu_count() or 1))


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Shared by all tests that do not move the clock."""
    yield from serving(sqlite(tmp_path_factory.mktemp("sqlite")))


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory):
    yield from serving(postgres(tmp_path_factory.mktemp("postgres")))


@pytest.fixture(params=["server", "postgres_server"], ids=["sqlite", "postgres"], scope="session")
def each_server(request):
    """The same promise on both databases."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def own_server(tmp_path):
    """For a test that moves the clock."""
    yield from serving(sqlite(tmp_path))


@pytest.fixture(scope="session")
def playwright():
    """One for all tests of a process: a second one beside it would break both."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
    yield chromium
    chromium.close()


@pytest.fixture
def new_phone(browser: Browser):
    """Makes phones, each with its own cookies. At the end none may have complained about a script or the content policy."""
    contexts, complaints = [], []

    def make(width: int = 360, javascript: bool = True, zone: str = "Asia/Jakarta", **options) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 740}, java_script_enabled=javascript, timezone_id=zone,
                                      locale="id-ID", **options)
        context.set_default_timeout(PATIENCE)
        context.on("page", lambda page: watch(page, complaints))
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def phone(new_phone) -> Page:
    """360 by 740 points, the width of a cheap Android phone."""
    return new_phone()


@pytest.fixture
def phone_nojs(new_phone) -> Page:
    return new_phone(javascript=False)


@pytest.fixture
def desk(new_phone) -> Page:
    return new_phone(width=1366)


@pytest.fixture(scope="session")
def shoot():
    """A look that keeps a picture of the page."""
    folder = ARTIFACTS / "shots"
    folder.mkdir(parents=True, exist_ok=True)

    def look(page: Page, name: str) -> None:
        language = page.locator("html").get_attribute("lang")
        suffix = "" if language == "id" else f"-{language}"
        page.screenshot(path=folder / f"{name}{suffix}-{page.viewport_size['width']}.png", full_page=True)

    return look
