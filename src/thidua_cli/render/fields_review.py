"""The part of the contract a report of a review (sơ kết, tổng kết) and its annex use, besides what every paper has.

The rules of ``fields.py`` hold here too. Knows neither records nor papers.
"""

from typing import Final

from thidua_cli.render.template_check import Shape

KET_QUA_CHI_TIEU: Final[dict[str, str]] = {
    "giao": "số được giao, đăng ký, kèm đơn vị tính; trống khi chưa ghi",
    "thuc_hien": "số thực hiện kèm đơn vị tính; trống khi chưa ghi",
    "ty_le": "tỷ lệ tính từ số giao và số thực hiện: 96,50%; trống khi không tính được",
    "danh_gia": "vượt · đạt · chưa đạt · chưa có số liệu · không ấn định mức",
    "ngay_chot": "ngày chốt số liệu",
    "nguon": "nguồn; với số cộng: cộng số liệu của mấy đơn vị",
    "ghi_chu": "còn thiếu gì, hoặc số ước thực hiện; thường trống",
}
SO_KHEN_THUONG: Final[dict[str, str]] = {
    f"{viec}_{nhom}": f"số {ten} {viec_ten}, hai chữ số"
    for viec, viec_ten in (("de_nghi", "được đề nghị"), ("da_tang", "đã có quyết định"))
    for nhom, ten in (
        ("tap_the", "tập thể"),
        ("ca_nhan", "cá nhân"),
        ("khac", "hộ gia đình và chưa ghi đối tượng"),
        ("tong", "trường hợp"),
    )
}

BAO_CAO: Final[dict[str, Shape]] = {
    "ten_don_vi": "đơn vị, cơ quan báo cáo",
    "chu_viet_tat": "chữ viết tắt của đơn vị trong số báo cáo",
    "noi_nhan": ["nơi nhận báo cáo của đơn vị theo kế hoạch"],
    "cua_don_vi": "khác rỗng khi là báo cáo của một đơn vị, trống khi là của cả cơ quan",
    "tu_ngay": "ngày đầu của kỳ báo cáo; trống khi kế hoạch không ghi",
    "den_ngay": "ngày cuối của kỳ báo cáo; trống khi kế hoạch không ghi",
    "phat_dong": [
        {
            "don_vi": "đơn vị",
            "van_ban": "số, ngày kế hoạch của đơn vị; trống khi chưa có",
            "ngay": "ngày phát động",
            "so_chi_tieu": "số chỉ tiêu cụ thể, hai chữ số; trống khi không ghi",
        }
    ],
    "cau_phat_dong": "câu kể việc phát động của đơn vị; trống khi không ghi",
    "so_phat_dong": "08/09: số đơn vị đã phát động trên số được giao; trống ở báo cáo của đơn vị",
    "chi_tieu": [
        {
            "ten": "chỉ tiêu của kế hoạch",
            "dieu_khoan": "điều khoản của kế hoạch",
            "muc": "mức kế hoạch ấn định: từ 95% trở lên; trống khi không ấn định",
            "dem": "đánh giá của từng đơn vị đếm lại: 01 vượt, 02 đạt",
            **KET_QUA_CHI_TIEU,
        }
    ],
    "so_chi_tieu": "số chỉ tiêu của kế hoạch, hai chữ số; trống khi kế hoạch không có",
    "dem_chi_tieu": "01 vượt, 01 đạt, 01 chưa có số liệu",
    "chua_ro": ["chỉ tiêu chưa có số liệu và điều còn thiếu, không dấu cuối"],
    "chi_tieu_don_vi": [
        {
            "ten": "chỉ tiêu của kế hoạch hoặc đơn vị tự đăng ký",
            "phong_trao": "phong trào chỉ tiêu thuộc về; thường trống",
            "don_vi": "đơn vị báo cáo; Cộng 03 đơn vị ở dòng cộng",
            **KET_QUA_CHI_TIEU,
        }
    ],
    "chua_bao_cao": ["đơn vị kế hoạch giao báo cáo mà chưa gửi"],
    "phong_trao": [
        {
            "ten": "phong trào, cuộc vận động",
            "dieu_khoan": "điều khoản của kế hoạch",
            "so_don_vi": "số đơn vị có báo cáo, hai chữ số",
            "dem": "các chỉ tiêu của phong trào đếm theo đánh giá; trống khi chỉ có lời",
            "ket_qua": [{"don_vi": "đơn vị", "dang_ky": "nội dung đã đăng ký", "ket_qua": "kết quả đạt được"}],
        }
    ],
    "dang_ky": [
        {
            "don_vi": "đơn vị",
            "ngay": "ngày gửi bản đăng ký",
            "noi_dung": "danh hiệu, chỉ tiêu đã đăng ký",
            "ket_qua": "kết quả theo bản ghi; chưa có số liệu khi không có",
        }
    ],
    "so_dang_ky": "số đơn vị gửi đăng ký, hai chữ số",
    "so_cong_trinh": "số công trình hoàn thành sớm, hai chữ số",
    "dem_sang_kien": "05 giải pháp, 02 mô hình",
    "so_guong": "số gương được giới thiệu, hai chữ số",
    "cong_trinh": [
        {
            "ten": "công trình hoàn thành trước ngày đăng ký",
            "don_vi": "đơn vị",
            "dang_ky": "ngày đăng ký hoàn thành",
            "hoan_thanh": "ngày hoàn thành",
            "som": "số ngày sớm hơn, hai chữ số",
        }
    ],
    "sang_kien": [
        {
            "ten": "tên mô hình, sáng kiến, giải pháp",
            "loai": "mô hình · sáng kiến · giải pháp …",
            "tac_gia": "tác giả, nối bằng dấu phẩy",
            "don_vi": "đơn vị",
            "pham_vi": "phạm vi áp dụng; trống khi không ghi",
            "ap_dung_tu_ngay": "ngày bắt đầu áp dụng",
        }
    ],
    "guong": [
        {
            "ten": "họ tên, hoặc tên tập thể",
            "chuc_vu": "chức vụ, công việc",
            "don_vi": "đơn vị",
            "dot": "việc giới thiệu gương của kế hoạch",
            "ngay": "ngày giới thiệu",
            "tom_tat": "việc tốt, trong vài câu",
        }
    ],
    "theo_hinh_thuc": [{"ten": "hình thức, đủ thẩm quyền", **SO_KHEN_THUONG}],
    "theo_don_vi": [{"ten": "đơn vị đề nghị", **SO_KHEN_THUONG}],
    "tong_khen": SO_KHEN_THUONG,
    "cau_khen": "đã đề nghị khen thưởng 01 tập thể, 03 cá nhân; đã có quyết định …; trống khi chưa có",
    "co_cau": [
        {
            "ten": "Tập thể và cá nhân · Nữ và nam · Lãnh đạo và người trực tiếp",
            "ghi_chu": "tính trên những ai",
            "hang": [
                {
                    "nhom": "nhóm trường hợp: tất cả, đã quyết định, một hình thức, một đơn vị",
                    "tong": "số trường hợp, hai chữ số",
                    "co_cau": "nữ 02 (40,0%); nam 03 (60,0%): cộng lại đúng 100%",
                }
            ],
        }
    ],
}
