"""The findings on days that no deadline forbids, too early, not supplied, of another year, and on figures far from
what is likely; each with its prose."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_R = Severity.REVIEW

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
    "Công trình hoàn thành trước năm được xét, có biên bản nghiệm thu trước ngày hoàn thành, hoặc đăng ký sau khi đã xong.",
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
    "Tài liệu chứng minh có trước ngày giải pháp được áp dụng, công trình hoàn thành, nên chưa nói được kết quả.",
    "ap_dung_tu_ngay: 17/12/2024    (tài liệu chứng minh ngày 09/12/2024)",
    "ap_dung_tu_ngay: 12/11/2024",
)
SO_LIEU_LA: Final = Code(
    "TD323",
    "so-lieu-la",
    _R,
    "dữ liệu",
    "Số tiền dưới một triệu đồng, số thực hiện trên 200% hay chưa đến 1% số được giao, hoặc số liệu chốt trước ngày đầu của "
    "đợt (của năm xét), sau ngày gửi báo cáo; thường là nhầm đơn vị tính, thừa hay thiếu chữ số.",
    "von_ke_hoach_giao: 4.200    (đơn vị tính: đồng)",
    "von_ke_hoach_giao: 4.200.000.000",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
