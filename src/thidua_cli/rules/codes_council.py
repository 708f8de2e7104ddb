"""The findings on meetings, appraisals and decisions: each code with its prose and an example."""

from typing import Final

from thidua_cli.diagnostic import Code, Severity

_E, _R = Severity.ERROR, Severity.REVIEW

# -- TD63x: cuộc họp; TD65x: thẩm định, quyết định ------------------------------------------------

VANG_MA_CHU_TRI: Final = Code(
    "TD630",
    "vang-ma-chu-tri",
    _E,
    "dữ liệu",
    "Chủ tọa hoặc thư ký không có trong những người dự họp.",
    "vang_mat:\n  - ho_ten: Mai Thị Lan\nthu_ky: Mai Thị Lan",
    "thu_ky: Võ Thị Giang",
)
TONG_SO_PHIEU: Final = Code(
    "TD631",
    "tong-so-phieu",
    _E,
    "dữ liệu",
    "Số tán thành, không tán thành, không có ý kiến và không tham gia cộng lại khác số người dự họp (giơ tay) hoặc số phiếu hợp lệ (bỏ phiếu).",
    "tan_thanh: 6    (06 người dự, 01 người không tham gia)",
    "tan_thanh: 5",
)
PHIEU_KHONG_KHOP: Final = Code(
    "TD632",
    "phieu-khong-khop",
    _E,
    "dữ liệu",
    "Phiếu hợp lệ cộng không hợp lệ phải bằng số thu vào; thu vào không quá phát ra; phát ra không quá số người dự.",
    "phat_ra: 8\nthu_vao: 9",
    "phat_ra: 8\nthu_vao: 8",
)
KHONG_PHAI_THANH_VIEN: Final = Code(
    "TD633",
    "khong-phai-thanh-vien",
    _E,
    "dữ liệu",
    "Người được nêu trong cuộc họp không phải thành viên vào ngày họp.",
    "- ho_ten: Lý Văn Khan",
    "- ho_ten: Lý Văn Khang",
)
BIEU_QUYET_HAI_LAN: Final = Code(
    "TD634",
    "bieu-quyet-hai-lan",
    _E,
    "dữ liệu",
    "Một trường hợp được biểu quyết hai lần trong một cuộc họp, hoặc một người vắng cho ý kiến hai lần về một trường hợp.",
)
KHONG_DU_DU_HOP: Final = Code(
    "TD635", "khong-du-du-hop", _R, "thông lệ", "Số người dự họp ít hơn tỷ lệ quy chế của Hội đồng yêu cầu."
)
KHONG_DU_TAN_THANH: Final = Code(
    "TD636",
    "khong-du-tan-thanh",
    _R,
    "thông lệ",
    "Kết luận thống nhất đề nghị nhưng tỷ lệ tán thành thấp hơn quy chế của Hội đồng. Bằng khen, Giấy khen, Thư khen không có ngưỡng quốc gia.",
)
DUOI_NGUONG_LUAT: Final = Code(
    "TD637",
    "duoi-nguong-luat",
    _E,
    "luật",
    "Danh hiệu có ngưỡng phiếu do Nhà nước quy định, tính trên tổng số thành viên, mà tỷ lệ tán thành thấp hơn.",
)
CHU_TOA_KHONG_DUNG: Final = Code(
    "TD638", "chu-toa-khong-dung", _R, "thông lệ", "Chủ tọa không phải Chủ tịch hay Phó Chủ tịch Hội đồng."
)
TU_BIEU_QUYET: Final = Code(
    "TD639",
    "tu-bieu-quyet",
    _R,
    "thông lệ",
    "Quy chế của Hội đồng yêu cầu người được xét không biểu quyết, nhưng biên bản không ghi người ấy đứng ngoài, hoặc người "
    "ấy vắng mà cho ý kiến bằng văn bản về chính mình.",
)
GIO_HOP_NGUOC: Final = Code("TD640", "gio-hop-nguoc", _E, "dữ liệu", "Giờ kết thúc cuộc họp không sau giờ bắt đầu.")
KET_LUAN_TRAI_PHIEU: Final = Code(
    "TD641",
    "ket-luan-trai-phieu",
    _E,
    "dữ liệu",
    "Kết luận thống nhất mà không ai tán thành (lỗi), hoặc số tán thành ít hơn số không tán thành (cần xem lại). Cuộc họp như thế chưa xác nhận được gì cho trường hợp. "
    "Kết luận đề nghị hình thức khác thì chỉ là cần xem lại: số phiếu có thể là của hình thức đề nghị ban đầu. "
    "Cụm, khối chọn một đơn vị, Hội đồng thống nhất một trường hợp mà chưa đến nửa số phiếu tán thành thì cũng là cần xem lại, "
    "khi kế hoạch, luật, quy chế không quy định ngưỡng.",
    "tan_thanh: 0\nkhong_tan_thanh: 3\nket_luan: thống nhất đề nghị",
    "ket_luan: chưa thống nhất",
)
CHUA_GHI_HINH_THUC_KHAC: Final = Code(
    "TD642",
    "chua-ghi-hinh-thuc-khac",
    _R,
    "dữ liệu",
    "Kết luận đề nghị hình thức khác, hoặc thẩm định đề nghị chuyển hình thức, mà chưa ghi là hình thức nào. Cuộc họp như thế "
    "chưa xác nhận được gì cho trường hợp.",
    "ket_luan: đề nghị hình thức khác",
    "hinh_thuc_ket_luan: gk-q\nket_luan: đề nghị hình thức khác",
)
DEM_HAI_LAN: Final = Code(
    "TD643",
    "dem-hai-lan",
    _E,
    "dữ liệu",
    "Một người được đếm hai lần trong cuộc họp: có tên hai lần trong vang_mat hay khong_tham_gia, vừa có tên trong du_hop "
    "vừa trong vang_mat, hoặc vắng mà ở trong số người không tham gia biểu quyết (người vắng không tính vào số dự họp). "
    "Cụm, khối: một đơn vị có hai đại diện, trong khi mỗi đơn vị một phiếu.",
    "vang_mat:\n  - ho_ten: Lý Văn Khang\nbieu_quyet:\n  - khong_tham_gia: [Lý Văn Khang]",
    "vang_mat:\n  - ho_ten: Lý Văn Khang",
)
XAC_NHAN_CHUNG_LOAI_TRU: Final = Code(
    "TD644",
    "xac-nhan-chung-loai-tru",
    _R,
    "dữ liệu",
    "Cuộc họp ghi một điều kiện loại trừ vào xac_nhan_chung, tức là nói mọi trường hợp đều có điều ấy. "
    "Điều kiện loại trừ khai từng trường hợp, ở dieu_kien_loai_tru của đề nghị.",
    "xac_nhan_chung:\n  - là nhiệm vụ thường xuyên hằng năm",
    "dieu_kien_loai_tru:\n  nhiem_vu_thuong_xuyen: không    (ở đề nghị)",
)
THAM_DINH_THIEU: Final = Code(
    "TD650",
    "tham-dinh-thieu",
    _R,
    "dữ liệu",
    "Ý kiến thẩm định chưa có cho một trường hợp của hồ sơ, hoặc có trước ngày nhận.",
)
KHEN_HAI_LAN: Final = Code(
    "TD651",
    "khen-hai-lan",
    _E,
    "luật",
    "Một thành tích được quyết định khen hai lần: một đề nghị ở hai quyết định, hoặc hai đề nghị của một người kê cùng một "
    "báo cáo (cùng tệp hoặc giống từng chữ), một giải pháp, cả ở hai năm của một phong trào. Ở hai đợt thì cùng một báo cáo là "
    "một thành tích, cùng một giải pháp thì cần xem lại. Điều khoản theo luật của ngày quyết định; ngày chưa có điều khoản thì chỉ là cần xem lại.",
)
HAI_QUYET_DINH_MOT_SO: Final = Code(
    "TD416",
    "hai-quyet-dinh-mot-so",
    _R,
    "dữ liệu",
    "Hai tệp quyết định của một người có thẩm quyền cùng số, cùng ngày: một số chỉ của một văn bản, nên một tệp ghi sai số "
    "hoặc là bản chép thừa. Quyết định trước khi dùng công cụ không xét.",
    "so_ky_hieu: 5012/QĐ-UBND    (5012/QĐ-UBND cùng ngày đã ở tệp khác)",
    "so_ky_hieu: 5013/QĐ-UBND",
)
KHAC_KET_LUAN: Final = Code(
    "TD652",
    "khac-ket-luan",
    _R,
    "dữ liệu",
    "Hình thức quyết định khác kết luận sau cùng của Hội đồng, hoặc khác hình thức đề nghị mà không có cuộc họp nào kết luận. "
    "Hồ sơ đề nghị một hình thức mà Hội đồng của đơn vị trình kết luận hình thức khác thì là lỗi: tờ trình trái biên bản.",
    "hinh_thuc_de_nghi: bk-tp    (Hội đồng của đơn vị kết luận gk-q)",
    "hinh_thuc_de_nghi: gk-q",
)
QUYET_DINH_SOM: Final = Code(
    "TD653",
    "quyet-dinh-som",
    _E,
    "dữ liệu",
    "Quyết định ban hành trước ngày Hội đồng họp hoặc trước ngày thẩm định; trước ngày tờ trình làm căn cứ thì cần xem lại.",
)
SANG_KIEN_DUNG_LAI: Final = Code(
    "TD654",
    "sang-kien-dung-lai",
    _R,
    "thông lệ",
    "Sáng kiến, giải pháp đã dùng để đề nghị khen thưởng một lần, ở đợt khác hay ở năm trước của cùng phong trào (Công văn 5007/BNV-TĐKT năm 2023, không phải luật).",
)
GIAI_PHAP_HAI_NGUOI: Final = Code(
    "TD659",
    "giai-phap-hai-nguoi",
    _R,
    "dữ liệu",
    "Hai người của một đơn vị được đề nghị với cùng một giải pháp mà không ghi là đồng tác giả, hoặc hai đơn vị kê cùng một "
    "giải pháp với cùng một tài liệu, cùng ghi chủ trì một công trình của danh mục, nên chưa rõ là thành tích của ai.",
    "ten_giai_phap: Bảng theo dõi hồ sơ giải ngân theo tuần    (ở hai đề nghị)",
    "tac_gia:\n  - ho_ten: Lê Thị Cẩm\n    ty_le_dong_gop: 60%\n  - ho_ten: Phạm Văn Dũng\n    ty_le_dong_gop: 40%",
)
THAM_DINH_SAU_HOP: Final = Code(
    "TD655",
    "tham-dinh-sau-hop",
    _R,
    "thông lệ",
    "Cơ quan thường trực thẩm định sau ngày Hội đồng cấp mình họp; thường thẩm định trước để Hội đồng có ý kiến khi xét.",
    "ngay_tham_dinh: 26/12/2024    (Hội đồng quận họp ngày 24/12/2024)",
    "ngay_tham_dinh: 23/12/2024",
)
QUYET_DINH_THIEU_CAN_CU: Final = Code(
    "TD656",
    "quyet-dinh-thieu-can-cu",
    _R,
    "dữ liệu",
    "Trường hợp được quyết định khen mà thư mục chưa có căn cứ: không ở hồ sơ nào đã nhận trước ngày quyết định, thẩm định "
    "không đủ điều kiện hay còn đề nghị bổ sung, cơ quan được hỏi không nhất trí, hoặc cuộc họp làm căn cứ không xét. "
    "Căn cứ có thể ở giấy tờ ngoài thư mục.",
    "truong_hop:\n  - phuong-1/ly-thi-mai    (hồ sơ trình đã rút)",
    "truong_hop:\n  - phuong-1/ly-thi-mai    (ở hồ sơ nhận ngày 18/12/2024)",
)
KHEN_KHI_CHUA_DAT: Final = Code(
    "TD657",
    "khen-khi-chua-dat",
    _R,
    "kế hoạch",
    "Trường hợp được quyết định khen, hoặc được Hội đồng cấp trên kết luận hình thức khác đề nghị, trong khi bảng đối chiếu còn tiêu chuẩn không đạt hoặc chưa đủ căn cứ cho hình thức ấy. "
    "Người có thẩm quyền quyết định; công cụ chỉ nêu để xem lại.",
)
QUYET_DINH_CON_TRONG: Final = Code(
    "TD658",
    "quyet-dinh-con-trong",
    _R,
    "dữ liệu",
    "Quyết định và kế hoạch đều chưa ghi thành tích hoặc người có thẩm quyền, là những chữ quyết định và bằng phải in; "
    "giấy in ra để “…” ở chỗ ấy. Quyết định đã đến ngày ban hành thì cũng phải có số.",
    "hinh_thuc_khen: gk-q    (kế hoạch: thanh_tich_ghi: null)",
    "hinh_thuc_khen: gk-q\nthanh_tich_ghi: Đã có thành tích xuất sắc trong Đợt thi đua …",
)

# -- TD50x: điều Hội đồng còn phải xem xét ---------------------------------------------------------

LOAI_TRU_NGOAI_TIEU_CHUAN: Final = Code(
    "TD509",
    "loai-tru-ngoai-tieu-chuan",
    _R,
    "dữ liệu",
    "Khai có một điều kiện loại trừ mà kế hoạch không in cho hình thức và đối tượng này, nên bảng đối chiếu không xét đến; "
    "điều khoản nêu là nơi kế hoạch in điều kiện ấy.",
    "loi_dung_chu_truong: có    (Giấy khen quận cho cá nhân, kế hoạch không in điều kiện này)",
    "loi_dung_chu_truong: không",
)

CODES: Final = tuple(value for value in list(globals().values()) if isinstance(value, Code))
