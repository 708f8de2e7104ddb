"""Reading Word back: what a paper says now, against what the records say, and its layout against Decree 30."""
