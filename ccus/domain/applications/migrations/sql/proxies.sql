-- Which company files an application for a worker is only added (PROXY-08).

revoke update, delete on case_proxy from ccus_app;
