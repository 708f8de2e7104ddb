"""The site of the example as its readers meet it: counts, reasons, links, what is masked, and no way out."""

import posixpath
import re
import shutil
from base64 import b64encode
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from browser import CHROMIUM, Browser
from pages import Page
from running import thidua

from thidua_cli.book import read_book
from thidua_cli.rules import inspect
from thidua_cli.site import build, latest_day

ROOT = Path(__file__).parent.parent
OFFICE = ROOT / "examples" / "quan-11"
DRIVE = "dot/quan-11-2024-60-ngay-dem"
DAY = date(2025, 1, 10)


def site(top: Path, *, internal: bool = False) -> dict[str, str]:
    book = read_book(top)
    day = latest_day(book)
    files = build(book, inspect(book, day or date.min), day, internal=internal)
    return {file.path: file.data.decode() for file in files}


@pytest.fixture(scope="module")
def public() -> dict[str, str]:
    return site(OFFICE)


@pytest.fixture(scope="module")
def internal() -> dict[str, str]:
    return site(OFFICE, internal=True)


@pytest.fixture(scope="module")
def pages(public: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in public.items()}


def raw(path: Path) -> dict[str, object]:
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert found
    return found


def cases() -> dict[str, dict[str, object]]:
    """The nominations read without any of our code."""
    top = next((OFFICE / "campaigns").iterdir()) / "nominations"
    return {f"{path.parent.name}/{path.stem}": raw(path) for path in sorted(top.glob("*/*.yaml"))}


def decided() -> set[str]:
    top = next((OFFICE / "campaigns").iterdir()) / "decisions"
    return {case for path in top.glob("*.yaml") for case in raw(path)["truong_hop"]}  # type: ignore[attr-defined]


# -- what it says ---------------------------------------------------------------------------------


def test_the_overview_counts_the_cases_and_says_the_deadline(pages: dict[str, Page]) -> None:
    text = pages["index.html"].text

    assert "Hạn nộp hồ sơ trước ngày 20/12/2024 (ngày cuối còn hạn: 19/12/2024) · đã qua 22 ngày Mục III.4.1" in text
    assert "Trường hợp 82 (08 tập thể, 74 cá nhân)" in text
    assert "Đã có quyết định 71" in text
    assert "✓ đạt 82" in text
    assert "tính đến ngày 10/01/2025" in text


def test_a_case_shows_its_datum_with_the_clause(pages: dict[str, Page]) -> None:
    page = pages[f"{DRIVE}/doi-chieu.html"]
    (anchor,) = [one for one in page.ids if one.startswith("th-") and "Phường 17, Quận 11" in page.text_of(one)]
    row = page.text_of(anchor)

    assert "Bằng khen Thành phố ✓ đạt" in row
    assert "4.053.000.000/4.200.000.000 đồng, bằng 96,50%" in row
    t1a = row.index("Q11-T1a")
    assert "Mục III.2, Tập thể, dấu cộng thứ 1" in row[t1a : row.index("Q11-T1b")]
    assert "thống nhất đề nghị" in row
    assert "cuộc họp ngày 16/12/2024 của Ủy ban nhân dân Phường 17" in row


def test_what_the_unit_asked_the_council_concluded_and_was_decided_stand_apart(pages: dict[str, Page]) -> None:
    page = pages[f"{DRIVE}/doi-chieu.html"]
    (row,) = [page.text_of(one) for one in page.ids if one.startswith("th-") and "Trần Văn Bình" in page.text_of(one)]

    asked, concluded, given = (
        row.index("Bằng khen Thành phố"),
        row.index("đề nghị hình thức khác: Giấy khen quận"),
        row.index("Giấy khen quận, số 5012/QĐ-UBND"),
    )
    assert asked < concluded < given


def test_a_miss_names_the_datum_and_what_the_plan_leaves_open() -> None:
    text = Page(site(ROOT / "examples/loi-thuong-gap/giai-ngan-94-96")[f"{DRIVE}/doi-chieu.html"]).text

    assert (
        "Lý do: chưa đạt “Giải ngân vốn đầu tư công từ 95% trở lên kế hoạch được giao”: "
        "79.766.400.000/84.000.000.000 đồng, bằng 94,96%" in text
    )
    assert "Kế hoạch còn mở: Thư khen Thành phố hoặc Giấy khen quận" in text


def test_a_unit_sees_what_it_owes(pages: dict[str, Page]) -> None:
    text = pages["don-vi/ban-qlda-mau-11.html"].text

    assert "Trước khi trình văn bản đề nghị chưa ghi số, ký hiệu, ngày ban hành" in text
    assert "chưa gửi, hạn đã qua" in text
    assert "Ban Quản lý dự án đầu tư xây dựng Mẫu 11 ban quản lý dự án 2 1 0" in pages["don-vi.html"].text


def test_the_plan_page_has_criteria_open_points_and_misprints(pages: dict[str, Page]) -> None:
    text = pages[f"{DRIVE}/ke-hoach.html"].text

    assert "số vốn đã giải ngân theo kế hoạch được giao so với" in text
    assert "từ 95% trở lên" in text
    assert "nhắc “số lượng khen thưởng”, không có con số Mục III.2, Lưu ý, gạch 3" in text
    assert "Trích yếu phản đấu phấn đấu" in text


def test_the_balance_agrees_with_the_records_counted_by_hand(pages: dict[str, Page]) -> None:
    units = yaml.load((OFFICE / "units.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    posts = {
        (unit["id"], post["ho_ten"]): post["gioi_tinh"]
        for unit in units
        for post in (*unit.get("nguoi_dung_dau", ()), *unit.get("cap_pho", ()))
    }
    people = [one for one in cases().values() if one["doi_tuong"] == "cá nhân"]
    genders = Counter(one.get("gioi_tinh") or posts[one["don_vi"], one["ho_ten"]] for one in people)  # type: ignore[index]
    leaders = sum(
        (one["don_vi"], one["ho_ten"]) in posts or "lãnh đạo, quản lý" in one["nhom_nguoi"]  # type: ignore[operator]
        for one in people
    )
    text = pages[f"{DRIVE}/co-cau.html"].text

    assert genders == {"nữ": 32, "nam": 42}
    assert "Tất cả đề nghị 32 (43,2%) 42 (56,8%) 74" in text
    assert leaders == 10
    assert "Tất cả đề nghị 10 (13,5%)" in text
    assert "Tất cả đề nghị 8 (9,8%) 74 (90,2%) 82" in text
    assert "Đã có quyết định 2 (2,8%) 69 (97,2%) 71" in text


def test_every_printed_row_of_shares_adds_up(pages: dict[str, Page]) -> None:
    rows = re.findall(r"((?:\d+ \(\d+,\d%\) )+)\d+", pages[f"{DRIVE}/co-cau.html"].text)

    assert len(rows) > 30
    for row in rows:
        tenths = [int(one.replace(",", "")) for one in re.findall(r"\((\d+,\d)%\)", row)]
        assert sum(tenths) == 1000, row


def test_awards_and_history(pages: dict[str, Page]) -> None:
    text = pages["khen-thuong.html"].text

    assert "5012/QĐ-UBND 30/12/2024 Giấy khen của Chủ tịch Ủy ban nhân dân quận" in text
    assert "Lê Thị Cẩm" in text
    assert "3318/QĐ-UBND" not in text, "what a nominee merely declares stays inside"


# -- people ---------------------------------------------------------------------------------------


def test_a_public_site_names_only_those_a_decision_names(public: dict[str, str]) -> None:
    everything = "\n".join((*public, *public.values()))
    public_cases = decided()
    named = hidden = 0
    for id_, case in cases().items():
        if case["doi_tuong"] != "cá nhân":
            continue
        if id_ in public_cases:
            assert str(case["ho_ten"]) in everything
            named += 1
        else:
            assert str(case["ho_ten"]) not in everything, id_
            assert id_.partition("/")[2] not in everything, "an id spells the name"
            hidden += 1
    assert (named, hidden) == (69, 5)


def test_a_decision_nobody_has_issued_names_nobody_on_a_public_site(tmp_path: Path, public: dict[str, str]) -> None:
    top = Path(shutil.copytree(OFFICE, tmp_path / "vp"))
    (file,) = top.glob("campaigns/*/decisions/*.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(?m)^ngay_ban_hanh:.*\n", "", text), encoding="utf-8")

    drafted = site(top)

    assert any("Lê Thị Cẩm" in page for page in public.values())
    assert not [path for path, page in drafted.items() if "Lê Thị Cẩm" in page]


def test_no_birth_no_number_no_summary_and_no_council_member(public: dict[str, str]) -> None:
    everything = "\n".join(public.values())

    for case in cases().values():
        for key in ("ngay_sinh", "so_dinh_danh", "dia_chi_ho"):
            assert str(case.get(key) or "\0") not in everything
        assert str(case["tom_tat_thanh_tich"])[:40] not in everything
    assert "Mạc Thị Hạnh" not in everything
    assert "Huỳnh Ngọc Trâm" not in everything


def test_inside_the_names_are_whole_and_every_page_says_so(internal: dict[str, str]) -> None:
    everything = "\n".join(internal.values())

    for case in cases().values():
        if case["doi_tuong"] == "cá nhân":
            assert str(case["ho_ten"]) in everything
    assert all("Bản nội bộ:</strong> có dữ liệu cá nhân, không đăng lên mạng" in text for text in internal.values())
    assert all('name="robots" content="noindex, nofollow"' in text for text in internal.values())
    assert "3318/QĐ-UBND" in internal["khen-thuong.html"]


def test_a_birth_that_cannot_be_read_and_a_name_in_a_message_stay_inside(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    path = next(office.glob("campaigns/*/nominations/ubnd-phuong-17/ho-van-hai.yaml"))
    text = path.read_text(encoding="utf-8")
    text = text.replace("ngay_sinh: 09/8/1994", "ngay_sinh: 39/8/1994").replace("khai: có", "khai: không")
    path.write_text(text + "so_dinh_danh: '001094012345'\n", encoding="utf-8")

    public, internal = ("\n".join(site(office, internal=inside).values()) for inside in (False, True))

    for words in ("39/8/1994", "Hồ Văn Hải", "001094012345"):
        assert words not in public, words
    assert "39/8/1994" in internal
    assert "Hồ Văn Hải đang thuộc trường hợp chưa xét khen thưởng" in internal
    assert "H. V. H. đang thuộc trường hợp chưa xét khen thưởng" in public


def test_role_models_are_shown_with_their_answers_and_named_inside_only(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE.parent / "quan-7", office)
    path = next(office.glob("campaigns/*/duties/guong-quy-3/ubnd-phuong-mau-2.yaml"))
    path.write_text(path.read_text(encoding="utf-8").replace("ket_qua: đạt", "ket_qua: không đạt"), encoding="utf-8")
    public, internal = (site(office, internal=inside) for inside in (False, True))

    page = next(text for name, text in internal.items() if "Gương được giới thiệu" in text)
    assert "Giới thiệu gương Quý II " in page
    row = next(line for line in page.splitlines() if "Kỷ Thị Lài" in line)
    assert "không đạt" in row
    assert "chưa đạt “Đạt tiêu chí của Kế hoạch số 3309/KH-UBND-NV”" in row
    everything = "\n".join(public.values())
    for name in ("Kỷ Thị Lài", "Lý Thị Kim Chi", "Hồ Thị Mai"):
        assert name in "\n".join(internal.values())
        assert name not in everything
    assert "K. T. L." in everything


def test_a_decision_taken_back_names_nobody(tmp_path: Path) -> None:
    office = tmp_path / "vp"
    shutil.copytree(OFFICE, office)
    path = next(office.glob("campaigns/*/decisions/*.yaml"))
    back = "huy_bo:\n  - so_ky_hieu: 9/QĐ-UBND\n    ngay_ban_hanh: 31/12/2024\n    truong_hop: [ubnd-phuong-17/le-thi-cam]\n"
    path.write_text(path.read_text(encoding="utf-8") + back, encoding="utf-8")

    everything = "\n".join(site(office).values())

    assert "Lê Thị Cẩm" not in everything
    assert "L. T. C." in everything
    assert "Phạm Văn Dũng" in everything


# -- how it is made -------------------------------------------------------------------------------


def test_every_page_is_well_formed_and_says_what_it_is(pages: dict[str, Page], public: dict[str, str]) -> None:
    for path, page in pages.items():
        tags = Counter(tag for tag, _ in page.tags)
        assert not page.wrong, (path, page.wrong[:3])
        assert len(set(page.ids)) == len(page.ids), path
        assert (tags["h1"], tags["main"], tags["header"], tags["footer"]) == (1, 1, 1, 1), path
        assert public[path].partition("</head>")[0].count("<title>") == 1
        assert 'lang="vi"' in public[path]
        assert "Bảng đối chiếu tiêu chuẩn" in page.text
        assert "không thay kết luận của Hội đồng" in page.text
        assert tags["caption"] == tags["table"]
        assert all("scope" in keys for tag, keys in page.tags if tag == "th"), path
        assert all("aria-label" in keys for tag, keys in page.tags if tag == "nav"), path


def test_no_page_leads_out_and_every_link_leads_somewhere(pages: dict[str, Page], public: dict[str, str]) -> None:
    followed = 0
    for path, page in pages.items():
        assert "http:" not in public[path]
        assert "https:" not in public[path]
        for link in page.links:
            file, _, mark = link.partition("#")
            assert not re.match(r"[a-z]+:|/", link), (path, link)
            goal = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert goal in pages, (path, link)
            assert not mark or mark in pages[goal].ids, (path, link)
            followed += 1
    assert followed > 300


def test_nothing_but_our_own_style_and_script_may_run(public: dict[str, str]) -> None:
    for path, text in public.items():
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert policy.startswith("default-src &#39;none&#39;;")
        assert "unsafe" not in policy
        for tag in ("style", "script"):
            (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
            digest = b64encode(sha256(inside.encode()).digest()).decode()
            assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy, path
        assert not re.search(r"<[^>]+ (on\w+|style)=", text), path


def test_the_same_records_give_the_same_bytes(public: dict[str, str]) -> None:
    assert site(OFFICE) == public


def crowded(office: Path) -> Path:
    """The Quận 11 office with 150 people more in one unit."""
    shutil.copytree(OFFICE, office)
    folder = next(office.glob("campaigns/*/nominations/trung-tam-dvdt-18"))
    text = (folder / "tu-van-hoi.yaml").read_text(encoding="utf-8")
    for number in range(150):
        (folder / f"them-{number:03}.yaml").write_text(text.replace("Từ Văn Hội", f"Từ Văn {number}"), encoding="utf-8")
    return office


def test_many_cases_go_on_over_several_pages(tmp_path: Path) -> None:
    office = crowded(tmp_path / "vp")

    pages = {path: Page(text) for path, text in site(office).items()}
    marks = [sum(one.startswith("th-") for one in page.ids) for path, page in pages.items() if "doi-chieu" in path]
    places = [link for link in pages[f"{DRIVE}/danh-sach.html"].links if "#th-" in link]

    assert marks == [100, 100, 32]
    assert len(set(places)) == 232
    for link in places:
        file, _, mark = link.partition("#")
        assert mark in pages[posixpath.normpath(posixpath.join(DRIVE, file))].ids


def test_a_unit_with_many_findings_goes_on_and_loses_none(tmp_path: Path) -> None:
    office = crowded(tmp_path / "vp")

    pages = {path: Page(text) for path, text in site(office).items() if path.startswith("don-vi/trung-tam-dvdt-18")}
    codes = [sum(one.get("class") == "code" for _, one in page.attributes) for page in pages.values()]
    found = [one for one in inspect(read_book(office), DAY).found if "/trung-tam-dvdt-18" in one.file]

    assert codes == [300, 300]
    assert sum(codes) == len(found)


# -- the verb -------------------------------------------------------------------------------------


def test_the_verb_writes_once_replaces_its_own_and_takes_nothing_else_away(tmp_path: Path) -> None:
    out = tmp_path / "trang"
    first = thidua("site", OFFICE, "--out", out)
    again = thidua("site", OFFICE, "--out", out)
    (out / "cu.html").write_text("cũ", encoding="utf-8")
    forced = thidua("site", OFFICE, "--out", out, "--force", "--internal")
    mine = tmp_path / "cua-toi"
    mine.mkdir()
    (mine / "index.html").write_text("trang của tôi", encoding="utf-8")
    foreign = thidua("site", OFFICE, "--out", mine, "--force")

    assert first.returncode == forced.returncode == 0
    assert "đã che dữ liệu cá nhân" in first.stdout
    assert again.returncode == foreign.returncode == 2
    assert "thêm --force" in again.stderr
    assert "không phải do thidua site dựng" in foreign.stderr
    assert (mine / "index.html").read_text(encoding="utf-8") == "trang của tôi"
    assert not (out / "cu.html").exists()
    assert "nội bộ" in forced.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cua-toi", "trang"], "nothing half-done is left"


def test_the_day_is_given_or_the_latest_of_the_records(tmp_path: Path) -> None:
    assert thidua("site", OFFICE, "--out", tmp_path / "a", "--today", "10/12/2024").returncode == 0
    text = Page((tmp_path / "a" / "index.html").read_text(encoding="utf-8")).text

    assert "còn 9 ngày" in text
    assert latest_day(read_book(OFFICE)) == DAY


def test_an_empty_office_has_a_site(tmp_path: Path) -> None:
    (tmp_path / "thidua.yaml").write_text("cap_co_quan: quận, huyện\ndon_vi: a\n", encoding="utf-8")

    pages = site(tmp_path)

    assert "Thư mục chưa có đợt thi đua nào" in pages["index.html"]
    assert not Page(pages["khen-thuong.html"]).wrong


# -- in a browser ---------------------------------------------------------------------------------


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_filters_sorts_opens_and_asks_nobody(tmp_path: Path, public: dict[str, str]) -> None:
    for path, text in public.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    shown = "return document.querySelector('[data-shown]').textContent"
    browser = Browser()
    try:
        for path in public:
            browser.go(f"file://{tmp_path}/{path}")
            assert not browser.told("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"), path
            asked = {one["request"]["url"] for one in browser.told("Network.requestWillBeSent")}
            assert asked == {f"file://{tmp_path}/{path}"}
        browser.go(f"file://{tmp_path}/{DRIVE}/doi-chieu.html#th-3")
        assert browser.run(shown) == "82"
        assert browser.run("return document.querySelector('#th-3 details').open")
        search = "const i = document.querySelector('[data-search]'); i.value = '{}'; i.dispatchEvent(new Event('input', {{bubbles: true}}));"
        assert browser.run(search.format("tran van binh") + shown) == "1"
        browser.run("document.querySelector('[data-clear]').click()")
        choose = "const s = [...document.querySelectorAll('select')].find(one => [...one.options].some(o => o.value === 'Thư khen Thành phố')); s.value = 'Thư khen Thành phố'; s.dispatchEvent(new Event('input', {bubbles: true}));"
        assert browser.run(choose + shown) == "4"
        browser.run("document.querySelector('[data-clear]').click()")
        first = "return document.querySelectorAll('table.cases')[1].tBodies[0].rows[0].cells[0].textContent"
        press = "const b = document.querySelectorAll('table.cases')[1].querySelector('thead button'); b.click();"
        up, down = browser.run(press + first), browser.run(press + first)
        order = browser.run("return document.querySelectorAll('table.cases')[1].querySelector('thead th').ariaSort")
        assert (up, down, order) == ("Âu Minh Thành", "Vòng A Sáng", "descending")
        browser.ask("Emulation.setEmulatedMedia", media="print")
        assert browser.run("return getComputedStyle(document.querySelector('.filters')).display") == "none"
        browser.ask("Emulation.setEmulatedMedia", media="screen")
        browser.ask("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=1, mobile=True)
        for path in public:  # on a telephone innerWidth itself grows with what is too wide
            browser.go(f"file://{tmp_path}/{path}")
            wide = browser.run("return document.documentElement.scrollWidth")
            assert wide <= 390, f"{path} itself scrolls sideways: {wide}"
        browser.go(f"file://{tmp_path}/index.html")
        names = "return Math.min(...[...document.querySelectorAll('.wide tbody th')].map(one => one.offsetWidth))"
        assert browser.run(names) >= 9 * 16, "a name is not broken into a column of single words"
    finally:
        browser.close()


def test_a_page_lists_the_duties_the_plan_binds_its_unit_to_and_a_cluster_has_none(public: dict[str, str]) -> None:
    """Mục V.2, gạch 1 and the two reports are of the units; khối thi đua keeps no books and owes none of them."""
    organised = ("xây dựng kế hoạch triển khai và phát động", "báo cáo tổng kết của đơn vị", "báo cáo khó khăn")

    assert all(name in public["don-vi/ubnd-phuong-18.html"] for name in organised)
    for page in ("khoi-phuong", "khoi-phong-chuyen-mon", "ban-tin-quan-11"):
        assert not any(name in public[f"don-vi/{page}.html"] for name in organised)
