"""The findings about templates and the papers made from them."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E = Severity.ERROR

MAU_KHONG_DOC_DUOC: Final = Code(
    "TD701",
    "mau-khong-doc-duoc",
    _E,
    "dữ liệu",
    "Mẫu giấy không đọc được: không có tệp, thiếu phần đầu giữa hai dòng ---, hoặc thẻ viết dở.",
    "{{ don_vi.ten_don_vi }",
    "{{ don_vi.ten_don_vi }}",
)
CACH_VIET_KHONG_DUNG: Final = Code(
    "TD702",
    "cach-viet-khong-dung",
    _E,
    "dữ liệu",
    "Mẫu giấy chỉ điền trường, lọc bằng bộ lọc có sẵn, và dùng if, for; không tính toán, so sánh, "
    "gọi hàm: việc đó thuộc về dữ liệu, nơi có kiểm tra.",
    "{% if ho_so.so_luong > 10 %}",
    "{% if ho_so.nhieu_truong_hop %}",
)
TRUONG_KHONG_CO: Final = Code(
    "TD703",
    "truong-khong-co",
    _E,
    "dữ liệu",
    "Mẫu giấy dùng một trường mà dữ liệu của giấy không có.",
    "{{ don_vi.ten }}",
    "{{ don_vi.ten_don_vi }}",
)
TRUONG_KHONG_DUNG: Final = Code(
    "TD704",
    "truong-khong-dung",
    Severity.REVIEW,
    "dữ liệu",
    "Mẫu giấy khai một gốc dữ liệu mà không dùng tới, hoặc dùng mà không khai.",
    "truong_su_dung: [don_vi, ho_so]   # thân mẫu không dùng ho_so",
    "truong_su_dung: [don_vi]",
)
NGOAI_KHUON_KHO: Final = Code(
    "TD705",
    "ngoai-khuon-kho",
    _E,
    "dữ liệu",
    "Thân mẫu chỉ gồm đề mục, đoạn văn, chữ đậm, chữ nghiêng và bảng; số thứ tự do phần trình bày đặt.",
    "1. Tập thể: …",
    "## Tập thể: …",
)
PHAN_DAU_SAI: Final = Code(
    "TD706",
    "phan-dau-sai",
    _E,
    "dữ liệu",
    "Phần đầu của mẫu có khóa lạ, thiếu khóa, hoặc hai khóa không đi với nhau.",
    "kieu_giay: công văn\nten_loai: CÔNG VĂN",
    "kieu_giay: công văn\nten_loai: null",
)
THE_KHONG_KHOP: Final = Code(
    "TD707",
    "the-khong-khop",
    _E,
    "dữ liệu",
    "Thẻ mở và thẻ đóng phải nằm trong cùng một đoạn, hoặc cùng là dòng riêng, hoặc cùng trong bảng.",
    "{% if x.y %}Một câu.\n\nCâu khác.{% endif %}",
    "{% if x.y %}\nMột câu.\n\nCâu khác.\n{% endif %}",
)
BANG_KHONG_VUA: Final = Code(
    "TD708",
    "bang-khong-vua",
    _E,
    "luật",
    "Bề rộng các cột của bảng không đủ số cột, hoặc rộng hơn phần chữ của trang "
    "(lề theo Phụ lục I, Nghị định 30/2020/NĐ-CP).",
    "do_rong: [2, 10, 10]",
    "do_rong: [1.5, 7, 8]",
)
KET_THUC_KHONG_RO: Final = Code(
    "TD709",
    "ket-thuc-khong-ro",
    _E,
    "luật",
    "Câu cuối của văn bản mang dấu kết thúc “./.” nên phải là một đoạn luôn được in "
    "(các mẫu tại Phụ lục III, Nghị định 30/2020/NĐ-CP).",
    "{% if x.y %}\nKính trình xem xét.\n{% endif %}",
    "Kính trình xem xét.",
)
DOAN_SAI_CHO: Final = Code(
    "TD710",
    "doan-sai-cho",
    _E,
    "dữ liệu",
    "Bộ lọc doan tách một trường dài thành nhiều đoạn, nên phải đứng một mình một đoạn.",
    "Nhiệm vụ: {{ truong_hop.nhiem_vu | doan }}",
    "Nhiệm vụ:\n\n{{ truong_hop.nhiem_vu | doan }}",
)

CHU_KHONG_VUA: Final = Code(
    "TD711",
    "chu-khong-vua",
    _E,
    "dữ liệu",
    "Chữ in lên phôi dài hơn ô: cần nhiều dòng hơn số dòng của ô, hoặc một từ rộng hơn ô. Chữ không tự thu nhỏ, "
    "vì tờ bằng của hai người phải giống nhau.",
    "so_dong: 1\nco_chu: 24",
    "so_dong: 2\nco_chu: 20",
)
PHONG_KHONG_DO: Final = Code(
    "TD712",
    "phong-khong-do",
    Severity.NOTE,
    "dữ liệu",
    "Chỉ đo được chữ của phông rộng bằng Times New Roman; với phông khác Word tự xuống dòng, nên xem bản in thử.",
    "phong_chu: Monotype Corsiva",
    "phong_chu: Times New Roman",
)

CODES: Final = (
    MAU_KHONG_DOC_DUOC,
    CACH_VIET_KHONG_DUNG,
    TRUONG_KHONG_CO,
    TRUONG_KHONG_DUNG,
    NGOAI_KHUON_KHO,
    PHAN_DAU_SAI,
    THE_KHONG_KHOP,
    BANG_KHONG_VUA,
    KET_THUC_KHONG_RO,
    DOAN_SAI_CHO,
    CHU_KHONG_VUA,
    PHONG_KHONG_DO,
)
