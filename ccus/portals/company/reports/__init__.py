"""月次報告: the month of a site for its prime, that of the own workers for an employer (REPORT-01, REPORT-02)."""
