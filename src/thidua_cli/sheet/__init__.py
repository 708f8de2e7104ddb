"""Excel in and out: lists of units become nominations, records become lists. Third parties only when used."""
