"""Records to papers: templates checked and compiled once, values made from records, NĐ 30 layout, packages."""
