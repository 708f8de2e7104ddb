"""The findings of reading: files, YAML and the typing of single values."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E = Severity.ERROR
TO_REVIEW: Final = "CẦN XEM"
"""How a comment of a draft begins that tells what somebody must look at again, and then takes away."""

TEP_KHONG_DOC_DUOC: Final = Code(
    "TD101",
    "tep-khong-doc-duoc",
    _E,
    "dữ liệu",
    "Tệp không phải văn bản UTF-8, quá lớn, quá nhiều lỗi, có ký tự điều khiển, hoặc đang mở trong phần mềm khác, nên không đọc được.",
    "tệp lưu bằng bảng mã Windows-1258",
    "lưu lại bằng bảng mã UTF-8",
)
YAML_SAI: Final = Code(
    "TD102",
    "yaml-sai",
    _E,
    "dữ liệu",
    "Cách viết làm đứt mạch của tệp: thụt lề bằng phím Tab, thiếu dấu đóng, dấu hai chấm giữa câu.",
    "ten_giai_phap: Mô hình: một cửa",
    'ten_giai_phap: "Mô hình: một cửa"',
)
KHOA_LAP: Final = Code(
    "TD103",
    "khoa-lap",
    _E,
    "dữ liệu",
    "Một khóa viết hai lần trong cùng một mục; máy không tự chọn giá trị nào là đúng.",
    "chuc_vu: Phó Trưởng phòng\nchuc_vu: Trưởng phòng",
    "chuc_vu: Trưởng phòng",
)
YAML_KHONG_DUNG: Final = Code(
    "TD104",
    "yaml-khong-dung",
    _E,
    "dữ liệu",
    "Tệp dùng neo, bí danh, thẻ kiểu, nhiều tài liệu hoặc lồng quá sâu: không dùng trong hồ sơ.",
    "don_vi: *phuong",
    "don_vi: ubnd-phuong-17",
)
KHOA_LA: Final = Code(
    "TD105",
    "khoa-la",
    _E,
    "dữ liệu",
    "Khóa không có trong danh mục; thường là viết có dấu hoặc gõ nhầm.",
    "họ tên: Lê Thị Cẩm",
    "ho_ten: Lê Thị Cẩm",
)
THIEU_KHOA: Final = Code(
    "TD106",
    "thieu-khoa",
    _E,
    "dữ liệu",
    "Thiếu một khóa bắt buộc của bản ghi.",
    "doi_tuong: cá nhân",
    "doi_tuong: cá nhân\ndon_vi: ubnd-phuong-17",
)
SAI_DANG: Final = Code(
    "TD107",
    "sai-dang",
    _E,
    "dữ liệu",
    "Giá trị không đúng dạng của khóa: cần một dòng chữ, một danh sách hay một nhóm khóa.",
    "nhom_nguoi:\n  cán bộ: có",
    "nhom_nguoi:\n  - cán bộ",
)
NGAY_SAI: Final = Code(
    "TD108",
    "ngay-sai",
    _E,
    "dữ liệu",
    "Ngày, năm hoặc giờ không có trên lịch, hoặc viết theo cách không rõ ngày, tháng.",
    "ngay_hop: 31/11/2024",
    "ngay_hop: 30/11/2024",
)
SO_SAI: Final = Code(
    "TD109",
    "so-sai",
    _E,
    "dữ liệu",
    "Số viết theo cách đọc được hai nghĩa, hoặc không phải số.",
    "ty_le: 1.234",
    "ty_le: 1,234",
)
NGOAI_DANH_SACH: Final = Code(
    "TD110",
    "ngoai-danh-sach",
    _E,
    "dữ liệu",
    "Giá trị không thuộc danh sách đóng của khóa.",
    "doi_tuong: cơ quan",
    "doi_tuong: tập thể",
)
MA_SAI: Final = Code(
    "TD111",
    "ma-sai",
    _E,
    "dữ liệu",
    "Mã (id) chỉ gồm chữ thường không dấu, chữ số và gạch nối.",
    "id: Phòng Nội vụ",
    "id: phong-noi-vu",
)
DUONG_DAN_SAI: Final = Code(
    "TD112",
    "duong-dan-sai",
    _E,
    "dữ liệu",
    "Đường dẫn tệp phải nằm trong thư mục của văn phòng, viết tương đối.",
    "tep_dinh_kem: ../../etc/passwd",
    "tep_dinh_kem: evidence/ubnd-phuong-17/kh-41.pdf",
)
NGOAC_DUT: Final = Code(
    "TD113",
    "ngoac-dut",
    _E,
    "dữ liệu",
    "Trong ngoặc { } dấu phẩy kết thúc giá trị, nên phần sau dấu phẩy bị hiểu thành khóa mới.",
    "so_lieu: {ty_le: 95,5}",
    "so_lieu:\n  ty_le: 95,5",
)

CODES: Final = (
    TEP_KHONG_DOC_DUOC,
    YAML_SAI,
    KHOA_LAP,
    YAML_KHONG_DUNG,
    KHOA_LA,
    THIEU_KHOA,
    SAI_DANG,
    NGAY_SAI,
    SO_SAI,
    NGOAI_DANH_SACH,
    MA_SAI,
    DUONG_DAN_SAI,
    NGOAC_DUT,
)
