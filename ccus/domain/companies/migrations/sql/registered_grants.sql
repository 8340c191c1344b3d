-- What is registered about a company is only added, an end is said once (D-26).

revoke update, delete on
    company_identity, company_location, company_capital, company_licensing, company_licence, company_insurance,
    company_retirement, company_responsible, company_billing
    from ccus_app;
grant update (superseded_at) on
    company_identity, company_location, company_capital, company_licensing, company_licence, company_insurance,
    company_retirement, company_responsible, company_billing
    to ccus_app;

do $$
declare tab text;
begin
    foreach tab in array array[
        'company_identity', 'company_location', 'company_capital', 'company_licensing', 'company_licence',
        'company_insurance', 'company_retirement', 'company_responsible', 'company_billing']
    loop
        execute format(
            'create trigger said_once before update on %I for each row when (old.superseded_at is not null) '
            'execute function refuse_second_word(''superseded_at'')', tab);
    end loop;
end $$;
