"""A realistic office repository of any size, the same for the same seed: units, councils, meetings, dossiers,
nominations of collectives and people with solutions, evidence and reports, one sitting of the district's council on
all of them and one decision on a tenth, as districts hold them."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

CAMPAIGN = "quan-11-2024-60-ngay-dem"
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đoàn")
MIDDLE = ("Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh", "Hữu", "Kim", "Đức", "Bích")
GIVEN = (
    "An",
    "Bình",
    "Cẩm",
    "Dũng",
    "Giang",
    "Hạnh",
    "Khánh",
    "Lan",
    "Mai",
    "Nhung",
    "Oanh",
    "Phúc",
    "Quân",
    "Sơn",
    "Tâm",
    "Uyên",
    "Vinh",
    "Xuân",
    "Yến",
)
TASKS = (
    "hồ sơ thanh toán",
    "phản ánh của người dân",
    "hồ sơ trực tuyến",
    "điểm đen rác thải",
    "hộ kinh doanh kê khai",
    "tuyến hẻm nâng cấp",
)

DISTRICT = """\
- id: ubnd-quan-11
  ten_don_vi: Ủy ban nhân dân Quận 11
  loai_don_vi: ủy ban nhân dân
  giu_vai_tro: [ubnd-quan]
  hoi_dong:
    id: hd-quan-11
    ten_hoi_dong: Hội đồng Thi đua - Khen thưởng Quận 11
    chu_viet_tat: HĐTĐKT
    quyet_dinh_thanh_lap:
      so_ky_hieu: 12/QĐ-UBND
      ngay_ban_hanh: 05/02/2024
    thanh_vien:
      - ho_ten: Lê Minh Khôi
        chuc_danh_hoi_dong: Chủ tịch Hội đồng
      - ho_ten: Phạm Văn An
        chuc_danh_hoi_dong: Phó Chủ tịch Hội đồng
      - ho_ten: Đoàn Thị Mai Lan
        chuc_danh_hoi_dong: Ủy viên, Thư ký
- id: phong-noi-vu
  ten_don_vi: Phòng Nội vụ
  ten_ghi_quyet_dinh: Phòng Nội vụ, Ủy ban nhân dân Quận 11
  loai_don_vi: phòng chuyên môn
  truc_thuoc: ubnd-quan-11
  giu_vai_tro: [phong-noi-vu]
"""
UNIT = """\
- id: {id}
  ten_don_vi: Ủy ban nhân dân Phường {n}
  ten_ghi_quyet_dinh: Ủy ban nhân dân Phường {n}, Quận 11
  loai_don_vi: UBND phường
  truc_thuoc: ubnd-quan-11
  tieu_de_trai:
    - UBND QUẬN 11
    - ỦY BAN NHÂN DÂN PHƯỜNG {n}
  dia_danh: Phường {n}
  chu_viet_tat: UBND
  che_do_lam_viec: thủ trưởng
  nguoi_dung_dau:
    - ho_ten: {head}
      gioi_tinh: nam
      chuc_vu: Chủ tịch Ủy ban nhân dân
      tu_ngay: 01/7/2021
  su_that:
    su_dung_von_dau_tu_cong: có
    giao_thu_ngan_sach: không
    chu_tri_cong_trinh: không
    to_chuc_kinh_te: không
  hoi_dong:
    id: hd-{id}
    ten_hoi_dong: Hội đồng Thi đua - Khen thưởng Phường {n}
    chu_viet_tat: HĐTĐKT
    quyet_dinh_thanh_lap:
      so_ky_hieu: {n}/QĐ-UBND
      ngay_ban_hanh: 05/02/2024
    thanh_vien:
      - ho_ten: {head}
        chuc_danh_hoi_dong: Chủ tịch Hội đồng
      - ho_ten: {second}
        chuc_danh_hoi_dong: Phó Chủ tịch Hội đồng
      - ho_ten: {third}
        chuc_danh_hoi_dong: Ủy viên, Thư ký
"""
PERSON = """\
doi_tuong: cá nhân
ho_ten: {name}
gioi_tinh: {gender}
ngay_sinh: {day:02d}/{month:02d}/{year}
chuc_vu: Công chức Văn phòng - Thống kê
don_vi: {unit}
nhom_nguoi:
  - công chức, viên chức
vai_tro:
  - tham gia
"""
COLLECTIVE = """\
doi_tuong: tập thể
don_vi: {unit}
"""
CASE = """\
hinh_thuc_de_nghi: Giấy khen quận
linh_vuc: giai-ngan-von
tom_tat_thanh_tich: >-
  Cùng {with_whom} trong {days} ngày đã giải quyết {count}/{total} {task}, sớm bình quân {early} ngày so với kế
  hoạch; bàn với {and_whom} rồi vận hành “{solution}” từ ngày 12/11/2024, giảm từ {before} còn {after} ngày.
bao_cao_thanh_tich: {report}
ngay_bao_cao: 12/12/2024
giai_phap:
  - ten_giai_phap: {solution}
    loai_giai_phap: giải pháp
    noi_dung_thi_dua: nd-2
    da_ap_dung: có
    ap_dung_tu_ngay: 12/11/2024
    ket_qua_truoc: xử lý bình quân {before} ngày
    ket_qua_sau: {after} ngày
    tai_lieu:
      - loai_tai_lieu: chứng minh mô hình, sáng kiến, giải pháp
        so_ky_hieu: {serial}/XN-UBND
        ngay_ban_hanh: 09/12/2024
        co_quan_ban_hanh: Ủy ban nhân dân Phường {n}
        dang_ban: bản sao y
        tep_dinh_kem: evidence/{unit}/xn.pdf
dieu_kien_loai_tru:
  nhiem_vu_thuong_xuyen: không
khong_thuoc_truong_hop_chua_xet:
  khai: có
  nguoi_khai: {name}
"""
MEETING = """\
hoi_dong: hd-{id}
so_ky_hieu: 02/BB-HĐTĐKT
ngay_hop: 16/12/2024
gio_bat_dau: 14:00
gio_ket_thuc: 15:30
dia_diem: Trụ sở
chu_toa: {head}
thu_ky: {third}
cach_bieu_quyet: giơ tay
xac_nhan_chung:
  - nội bộ đoàn kết
  - gương mẫu chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước
  - có thành tích xuất sắc, tiêu biểu
bieu_quyet:
  - truong_hop:
{cases}
    tan_thanh: 3
    khong_tan_thanh: 0
    khong_co_y_kien: 0
    ket_luan: thống nhất đề nghị
"""
DOSSIER = """\
don_vi_trinh: {id}
thu_tuc: thu-tuc-khen-thuong
cuoc_hop:
  - {id}-2024-12-16
truong_hop:
{cases}
so_ky_hieu: {n}/TTr-UBND
ngay_ban_hanh: 17/12/2024
nguoi_ky:
  ho_ten: {head}
ngay_gui: 18/12/2024
ngay_nhan: 18/12/2024
"""
REVIEW = """\
hoi_dong: hd-quan-11
so_ky_hieu: 41/BB-HĐTĐKT
ngay_hop: 25/12/2024
gio_bat_dau: 14:00
gio_ket_thuc: 17:00
dia_diem: Trụ sở
chu_toa: Lê Minh Khôi
thu_ky: Đoàn Thị Mai Lan
cach_bieu_quyet: giơ tay
bieu_quyet:
  - truong_hop:
{cases}
    tan_thanh: 3
    khong_tan_thanh: 0
    khong_co_y_kien: 0
    ket_luan: thống nhất đề nghị
"""
DECISION = """\
so_ky_hieu: 5012/QĐ-UBND
ngay_ban_hanh: 30/12/2024
cuoc_hop:
  - quan-2024-12-25
tham_quyen: Chủ tịch Ủy ban nhân dân Quận 11
nguoi_ky:
  ho_ten: Lê Minh Khôi
  quyen_han_ky:
    - CHỦ TỊCH
hinh_thuc_khen: gk-q
truong_hop:
{cases}
"""


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _spelt(serial: int) -> str:
    """A number in given names, so that no two are alike."""
    rest, last = divmod(serial, len(GIVEN))
    return f"{_spelt(rest)} {GIVEN[last]}" if rest else GIVEN[last]


def _report(rng: random.Random, name: Callable[[], str], who: str) -> str:
    """A report as people write one: three headings, some four hundred words, no two alike."""

    def sentence() -> str:
        return (
            f"Cùng {name()} ở khu phố {rng.randint(1, 30)} {who} nhận {rng.randint(20, 200)} {rng.choice(TASKS)}, "
            f"xong {rng.randint(5, 19)} việc trước ngày {rng.randint(1, 30)}/11/2024; {name()} kiểm lại từng việc."
        )

    headings = ("Kết quả cụ thể", "Cách làm", "Bài học")
    return "\n".join(f"# {one}\n\n{' '.join(sentence() for _ in range(4))}\n" for one in headings)


def generate(top: Path, nominations: int, units: int = 300, seed: int = 11, *, prose: bool = True) -> None:
    """Write a repository of ``nominations`` people spread over ``units`` wards; without ``prose`` their reports are
    Word files of their own, of which only the existence is looked at."""
    rng = random.Random(seed)

    def name() -> str:
        return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"

    def somebody(serial: int) -> tuple[str, str]:
        """A name nobody else has, as people have them, and its gender."""
        full, gender = f"{name()} {_spelt(serial)}", rng.choice(("nam", "nữ"))
        return full, "nữ" if " Thị " in full else gender

    write(top / "thidua.yaml", "cap_co_quan: quận, huyện\ndon_vi: ubnd-quan-11\n")
    campaign = top / "campaigns" / CAMPAIGN
    write(campaign / "campaign.yaml", f"ke_hoach: {CAMPAIGN}\n")
    blocks = [DISTRICT]
    everybody, decided = [], []
    units = min(units, max(1, nominations // 4))
    for n in range(1, units + 1):
        id_ = f"ubnd-phuong-{n}"
        head, second, third = (f"{name()} {_spelt(3 * n + at)}" for at in range(3))
        blocks.append(UNIT.format(id=id_, n=n, head=head, second=second, third=third))
        write(campaign / "evidence" / id_ / "xn.pdf", "%PDF-1.4\n%%EOF\n")
        slugs = []
        for serial in range(n - 1, nominations, units):
            slug = f"nguoi-{serial}"
            slugs.append(slug)
            before = rng.randint(8, 20)
            full_name, gender = somebody(serial)
            write(
                campaign / "nominations" / id_ / f"{slug}.yaml",
                ((COLLECTIVE if serial < units else PERSON) + CASE).format(
                    name=full_name,
                    gender=gender,
                    day=rng.randint(1, 28),
                    month=rng.randint(1, 12),
                    year=rng.randint(1965, 1998),
                    unit=id_,
                    n=n,
                    report=f"{slug}.{'md' if prose else 'docx'}",
                    serial=serial + 1,
                    with_whom=name(),
                    and_whom=name(),
                    days=rng.randint(25, 45),
                    count=rng.randint(10, 90),
                    total=rng.randint(90, 120),
                    task=rng.choice(TASKS),
                    early=rng.randint(1, 6),
                    solution=f"Bảng theo dõi {rng.choice(TASKS)} số {serial}",
                    before=before,
                    after=rng.randint(2, before - 1),
                ),
            )
            report = _report(rng, name, "đơn vị" if serial < units else "tôi")
            if prose:
                write(campaign / "nominations" / id_ / f"{slug}.md", report)
            else:
                write(campaign / "nominations" / id_ / f"{slug}.docx", "")
        write(
            campaign / "meetings" / f"{id_}-2024-12-16.yaml",
            MEETING.format(id=id_, head=head, third=third, cases="\n".join(f"      - {id_}/{slug}" for slug in slugs)),
        )
        write(
            campaign / "dossiers" / f"phuong-{n}.yaml",
            DOSSIER.format(id=id_, n=n, head=head, cases="\n".join(f"  - {id_}/{slug}" for slug in slugs)),
        )
        everybody += [f"{id_}/{slug}" for slug in slugs]
        if n % 10 == 0:
            decided += everybody[-len(slugs) :]
    cases = "\n".join(f"      - {case}" for case in everybody)
    write(campaign / "meetings" / "quan-2024-12-25.yaml", REVIEW.format(cases=cases))
    if decided:
        cases = "\n".join(f"  - {case}" for case in decided)
        write(campaign / "decisions" / "5012-qd-ubnd.yaml", DECISION.format(cases=cases))
    write(top / "units.yaml", "".join(blocks))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
