"""thidua: hồ sơ thi đua, khen thưởng as plain files, checked clause by clause and printed as papers."""

__version__ = "0.1.0"
