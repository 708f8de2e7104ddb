"""The findings on days: deadlines, the order of papers, days that cannot be; and on figures far from what is likely;
each with its prose."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R, _N = Severity.ERROR, Severity.REVIEW, Severity.NOTE

HO_SO_QUA_HAN: Final = Code(
    "TD301",
    "ho-so-qua-han",
    _E,
    "kế hoạch",
    "Hồ sơ đến sau hạn của kế hoạch. “Trước ngày D” nhận đến hết ngày D − 1; “chậm nhất ngày D” nhận cả "
    "ngày D. Xét theo ngày bên nhận ghi; chưa có thì xét theo ngày gửi, rồi ngày ban hành Tờ trình. Hồ sơ có nhiều "
    "hình thức thì theo hạn sớm nhất; văn bản gia hạn chỉ tính khi của bên nhận. Ban hành rồi mà hết hạn chưa ghi đã gửi thì cần xem lại.",
    "ngay_nhan: 20/12/2024      (kế hoạch: trước ngày 20/12/2024)",
    "ngay_nhan: 19/12/2024",
)
THU_TU_NGAY: Final = Code(
    "TD302",
    "thu-tu-ngay",
    _E,
    "dữ liệu",
    "Các ngày không theo thứ tự: báo cáo ≤ họp ≤ tờ trình ≤ gửi ≤ nhận; thời gian thành tích bắt đầu trước khi "
    "kết thúc; ý kiến bằng văn bản sau ngày họp, hủy bỏ trước ngày quyết định thì cần xem lại. Cùng ngày là được.",
    "ngay_hop: 18/12/2024       (Tờ trình ngày 17/12/2024)",
    "ngay_hop: 16/12/2024",
)
NGOAI_DOT: Final = Code(
    "TD303",
    "ngoai-dot",
    _E,
    "kế hoạch",
    "Thời gian thành tích nằm ngoài thời gian của đợt thi đua; năm xét chưa đến khi nộp hồ sơ thì cần xem lại.",
    "thoi_gian_thanh_tich:\n  tu_ngay: 01/9/2024",
    "thoi_gian_thanh_tich:\n  tu_ngay: 01/11/2024",
)
HAN_NGAY_NGHI: Final = Code(
    "TD304",
    "han-ngay-nghi",
    _N,
    "thông lệ",
    "Ngày cuối của hạn rơi vào thứ Bảy, Chủ nhật hay ngày nghỉ lễ, Tết; kế hoạch không dời hạn, nên gửi trước. "
    "Ngày nghỉ bù, hoán đổi khác với bảng có sẵn thì văn phòng ghi ở law/days_off.yaml.",
)
MINH_CHUNG_SAU_HOP: Final = Code(
    "TD305",
    "minh-chung-sau-hop",
    _R,
    "thông lệ",
    "Tài liệu chứng minh ghi ngày sau ngày Hội đồng họp xét, nên khi họp chưa có.",
)
HOI_DONG_LAP_SAU: Final = Code(
    "TD306",
    "hoi-dong-lap-sau",
    _E,
    "dữ liệu",
    "Hội đồng họp trước ngày có quyết định thành lập.",
)
NGAY_TUONG_LAI: Final = Code(
    "TD307",
    "ngay-tuong-lai",
    _R,
    "dữ liệu",
    "Ghi việc đã xảy ra vào một ngày chưa tới: đã gửi, đã họp, số thực hiện đã chốt, đã hoàn thành, đã áp dụng, đã xác "
    "nhận, văn bản đã ban hành.",
    "ngay_chot: 10/12/2025    (hôm nay 18/12/2024)",
    "ngay_chot: 10/12/2024",
)

GIA_HAN_KHAC_BEN: Final = Code(
    "TD308",
    "gia-han-khac-ben",
    _R,
    "thông lệ",
    "Văn bản gia hạn hoặc phân bổ số lượng không do bên nhận ban hành; chỉ bên nhận mới gia hạn, phân bổ, nên hạn và số lượng vẫn như trước.",
    "co_quan_ban_hanh: Ủy ban nhân dân Phường 17",
    "co_quan_ban_hanh: Phòng Nội vụ",
)
TRUOC_NGAY_DAU: Final = Code(
    "TD309",
    "truoc-ngay-dau",
    _R,
    "kế hoạch",
    "Hồ sơ hoặc việc phải làm gửi trước ngày đầu của thời gian kế hoạch nêu, hay bản đăng ký có trước cả kế hoạch lẫn đợt.",
    "ngay_gui: 29/3/2024    (kế hoạch: từ ngày 30/3/2024 đến ngày 15/4/2024)",
    "ngay_gui: 30/3/2024",
)
CHUA_BO_SUNG: Final = Code(
    "TD318",
    "chua-bo-sung",
    _R,
    "dữ liệu",
    "Bên nhận đã yêu cầu bổ sung mà chưa ghi đã bổ sung, hoặc bổ sung sau hạn bên nhận nêu.",
    "ngay_bo_sung: 24/12/2024    (thời hạn: chậm nhất ngày 23/12/2024)",
    "ngay_bo_sung: 23/12/2024",
)
GIA_HAN_MUON: Final = Code(
    "TD324",
    "gia-han-muon",
    _R,
    "dữ liệu",
    "Văn bản gia hạn ban hành khi hạn đang có đã qua, hoặc sau chính ngày cuối nó cho; hồ sơ trễ vẫn được tính là đúng hạn "
    "theo văn bản ấy, nên cần xem lại.",
    "ngay_ban_hanh: 26/12/2024    (cham_nhat_ngay: 24/12/2024)",
    "ngay_ban_hanh: 18/12/2024",
)
CONG_TRINH_LECH_NGAY: Final = Code(
    "TD319",
    "cong-trinh-lech-ngay",
    _R,
    "dữ liệu",
    "Công trình hoàn thành trước năm được xét, có biên bản nghiệm thu trước ngày hoàn thành, hoặc đăng ký, đưa vào danh mục "
    "sau khi đã xong.",
    "ngay_hoan_thanh: 30/9/2019    (đợt thi đua năm 2024)",
    "ngay_hoan_thanh: 30/9/2024",
)
NAM_SINH_LA: Final = Code(
    "TD320",
    "nam-sinh-la",
    _R,
    "dữ liệu",
    "Theo năm sinh đã ghi, người được đề nghị dưới 15 tuổi (học sinh, nhân dân: dưới 5 tuổi) hoặc trên 110 tuổi vào "
    "năm của đợt; thường là gõ nhầm năm.",
    "ngay_sinh: 25/12/2090",
    "ngay_sinh: 25/12/1990",
)
CHUNG_MINH_TRUOC: Final = Code(
    "TD322",
    "chung-minh-truoc",
    _R,
    "dữ liệu",
    "Tài liệu chứng minh có trước ngày giải pháp được áp dụng, công trình hoàn thành, nên chưa nói được kết quả; chưa ghi "
    "ngày áp dụng thì so với năm xét, năm đầu của đợt.",
    "ap_dung_tu_ngay: 17/12/2024    (tài liệu chứng minh ngày 09/12/2024)",
    "ap_dung_tu_ngay: 12/11/2024",
)
SO_LIEU_LA: Final = Code(
    "TD323",
    "so-lieu-la",
    _R,
    "dữ liệu",
    "Số tiền dưới một triệu đồng, tỷ lệ trên 200%, số thực hiện trên 200% hay chưa đến 1% số được giao, hoặc số liệu chốt trước ngày đầu của "
    "đợt (của năm xét), sau ngày gửi báo cáo; thường là nhầm đơn vị tính, thừa hay thiếu chữ số.",
    "von_ke_hoach_giao: 4.200    (đơn vị tính: đồng)",
    "von_ke_hoach_giao: 4.200.000.000",
)
DANG_KY_TRAI_NHAU: Final = Code(
    "TD325",
    "dang-ky-trai-nhau",
    _R,
    "dữ liệu",
    "Bản đăng ký tự trái nhau: phát động trước khi có kế hoạch của đơn vị, hoặc sau ngày gửi bản "
    "đăng ký phải kèm kết quả phát động; số chỉ tiêu khác số đã kê; kế hoạch của đơn vị ở đề nghị ghi ngày khác.",
    "ngay_gui: 23/11/2021\nphat_dong:\n  ngay_phat_dong: 23/12/2021",
    "ngay_gui: 23/11/2021\nphat_dong:\n  ngay_phat_dong: 23/11/2021",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
