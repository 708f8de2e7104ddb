"""The sample row of our template: what it holds, and whether a row marked as a sample is still that one."""

from thidua_cli.sheet.grid import Row
from thidua_cli.sheet.headings import BIRTH, GROUP, HOUSE, NAME, NUMBER, REFERENCE, SUBJECTS, Column
from thidua_cli.viet.text import fold

SAMPLE = {
    NUMBER: "Mẫu",
    NAME: "Lê Thị Cẩm",
    HOUSE: "Nguyễn Văn Mẫu",
    GROUP: "Tổ Tiếp nhận và trả kết quả",
    REFERENCE: "Lê Thị Cẩm",
    "gioi_tinh": "nữ",
    BIRTH: "05/02/1988",
    "chuc_vu": "Công chức Văn phòng - Thống kê",
    "nhom_nguoi": "công chức, viên chức",
    "vai_tro": "tham gia",
    "nhiem_vu": "Tiếp nhận và trả kết quả thủ tục hành chính",
    "tom_tat_thanh_tich": "Giải quyết 612 hồ sơ trong 30 ngày; giải pháp “Khung giờ xanh” giảm thời gian chờ từ 46"
    " còn 21 phút.",
    "dia_chi_ho": "12 Đường Số 3, Khu phố 2",
    "khong_thuoc_truong_hop_chua_xet.khai": "có",
    "khong_thuoc_truong_hop_chua_xet.nguoi_khai": "Lê Thị Cẩm",
    "so_lieu.don_vi_tinh": "đồng",
    "so_lieu.loai_so": "thực hiện",
    "giai_phap.0.ten_giai_phap": "Khung giờ xanh trả kết quả trong ngày",
    "giai_phap.0.loai_giai_phap": "giải pháp",
    "giai_phap.0.da_ap_dung": "có",
    "giai_phap.0.pham_vi_ap_dung": "đơn vị",
    "giai_phap.0.tai_lieu.0.so_ky_hieu": "64/XN-UBND",
    "giai_phap.0.tai_lieu.0.dang_ban": "bản sao y",
}
"""What the template writes under each column; the office's own units, awards and fields stand beside it."""
_MARKS = frozenset(fold(word) for word in ("mẫu", "ví dụ", "vd", "dòng mẫu"))


def is_marked(number: str) -> bool:
    """Whether the number of a row says that it is a sample."""
    return fold(number) in _MARKS


def is_sample(row: Row, columns: dict[int, Column]) -> bool:
    """Whether a marked row is the template's own, and nobody has typed a case over it."""
    told = ((columns[at].key, cell.text) for at, cell in row.cells.items() if at in columns)
    return not any(
        fold(text) != fold(SAMPLE.get(key, ""))
        for key, text in told
        if key != NUMBER and (key in SAMPLE or key in SUBJECTS)
    )
