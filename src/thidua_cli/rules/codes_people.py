"""The findings about who is who: one person in two proposals, two people under one number or one name."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R = Severity.ERROR, Severity.REVIEW

CO_THE_MOT_NGUOI: Final = Code(
    "TD613",
    "co-the-mot-nguoi",
    _R,
    "thông lệ",
    "Hai đề nghị ở hai đơn vị có thể là một người: cùng họ tên (không kể chữ hoa, dạng Unicode, chỗ đặt dấu) mà "
    "ngày sinh, số định danh không nói khác; hoặc một tập thể trước và sau khi sắp xếp đơn vị. Đã rà soát là hai thì "
    "ghi vào different-people.yaml. Hai gương cùng họ tên trong một kỳ cũng vậy.",
    "ho_ten: Lê Thị Cẩm    (ở hai phường, không ghi ngày sinh)",
    "ho_ten: Lê Thị Cẩm\nngay_sinh: 20/02/1988",
)
RA_SOAT_THUA: Final = Code(
    "TD614",
    "ra-soat-thua",
    _R,
    "dữ liệu",
    "Một mục của different-people.yaml nêu đề nghị không có trong thư mục, hoặc hai đề nghị không còn giống nhau.",
)
TEN_LA: Final = Code(
    "TD616",
    "ten-la",
    _R,
    "dữ liệu",
    "Họ tên có dấu phẩy, ngoặc, ký tự không thấy được, hoặc chỉ một chữ, nên khó là tên của một người.",
)
MOT_SO_HAI_NGUOI: Final = Code(
    "TD618",
    "mot-so-hai-nguoi",
    _E,
    "dữ liệu",
    "Hai đề nghị khác họ tên ghi cùng một số định danh; số định danh là của một người.",
    'ho_ten: Lê Thị Cẩm\nso_dinh_danh: "079188001234"    (Trần Văn Bình đã ghi số này)',
    'ho_ten: Lê Thị Cẩm\nso_dinh_danh: "079188001235"',
)
CHUC_VU_VIET_TAT: Final = Code(
    "TD671",
    "chuc-vu-viet-tat",
    _R,
    "thông lệ",
    "Chức vụ còn viết tắt. Tờ trình, quyết định và bằng in chức vụ đúng như bản ghi; giấy ghi chức vụ viết tắt là một lý "
    "do hồ sơ bị trả lại.",
    "chuc_vu: PCT UBND phường",
    "chuc_vu: Phó Chủ tịch Ủy ban nhân dân phường",
)

CODES: Final = (CO_THE_MOT_NGUOI, RA_SOAT_THUA, TEN_LA, MOT_SO_HAI_NGUOI, CHUC_VU_VIET_TAT)
