"""The findings of gathering a repository: files out of place, names that lead nowhere."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E = Severity.ERROR

THIEU_TEP_GOC: Final = Code(
    "TD201",
    "thieu-tep-goc",
    _E,
    "dữ liệu",
    "Thiếu thidua.yaml, units.yaml hoặc campaign.yaml, nên không biết văn phòng, đơn vị hay kế hoạch.",
)
TEP_SAI_CHO: Final = Code(
    "TD202",
    "tep-sai-cho",
    _E,
    "dữ liệu",
    "Tệp nằm sai chỗ hoặc sai đuôi, nên không được đọc.",
    "nominations/le-thi-cam.yaml",
    "nominations/ubnd-phuong-17/le-thi-cam.yaml",
)
KHONG_CO_KE_HOACH: Final = Code(
    "TD203",
    "khong-co-ke-hoach",
    _E,
    "dữ liệu",
    "Đợt thi đua viện đến một kế hoạch không có sẵn.",
    "ke_hoach: quan-11",
    "ke_hoach: quan-11-2024-60-ngay-dem",
)
TU_LA: Final = Code(
    "TD204",
    "tu-la",
    _E,
    "dữ liệu",
    "Hình thức, số liệu, điểm xác nhận, sự thật hay tài liệu không có trong từ điển của kế hoạch. Kế hoạch của mình khai từ "
    "điển ở campaign.yaml: du_lieu.so_lieu, du_lieu.xac_nhan, du_lieu.su_that, du_lieu.tai_lieu, mỗi mục một mã và tên (ten); "
    "hình thức ở hinh_thuc.",
    "- noi_dung: đoàn kêt",
    "- noi_dung: nội bộ đoàn kết",
)
MA_TRUNG: Final = Code(
    "TD205",
    "ma-trung",
    _E,
    "dữ liệu",
    "Hai đơn vị, hai Hội đồng hoặc hai mục của kế hoạch dùng cùng một mã.",
)
TEN_TEP_TRUNG: Final = Code(
    "TD206",
    "ten-tep-trung",
    _E,
    "dữ liệu",
    "Hai tệp chỉ khác nhau chữ hoa, chữ thường hoặc dạng Unicode: trên Windows là một tệp.",
)

TEP_TRONG: Final = Code(
    "TD207", "tep-trong", _E, "dữ liệu", "Tệp của một bản ghi chưa có khóa nào, chỉ có chú thích hoặc dòng trống."
)

CON_CAN_XEM: Final = Code(
    "TD208",
    "con-can-xem",
    Severity.REVIEW,
    "dữ liệu",
    "Tệp kế hoạch còn chú thích CẦN XEM của bản nháp: giá trị ấy do máy đọc, đoán hoặc để trống, chưa có người soát. "
    "Kết quả đối chiếu và giấy in theo nó chỉ đúng khi đã soát.",
    "# CẦN XEM: bản nháp chưa đọc mục này; null là kế hoạch không quy định\nso_luong_toi_da: null",
    "so_luong_toi_da: null",
)

CODES: Final = (THIEU_TEP_GOC, TEP_SAI_CHO, KHONG_CO_KE_HOACH, TU_LA, MA_TRUNG, TEN_TEP_TRUNG, TEP_TRONG, CON_CAN_XEM)
