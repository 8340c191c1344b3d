-- 閲覧の記録 is taken only where the database finds the relation by its own facts, on the row's own day (DISC-15).

-- Whether whoever looks is at work for that company or for the office, and may stand so to workers at all.
create function looks_for(relation text, kind text, actor bigint, company bigint) returns boolean language sql stable as $$
select coalesce(case
  when relation in ('employer', 'site', 'roster_proxy', 'proxy', 'other') then case kind
    when 'company' then actor = company and exists (select from company c where c.id = actor)
    when 'seat' then exists (
      select from seat s join account a on a.id = s.account_id
      where s.id = actor and s.company_id = company and s.closed_at is null and a.closed_at is null) end
  when relation = 'certified' then kind = 'reader' and exists (
    select from reader r join site s on s.place_id = r.place_id where r.id = actor and s.prime_id = company)
  when relation = 'operator' then kind = 'operator' and company is null and exists (
    select from officer o join account a on a.id = o.account_id
    where o.id = actor and a.closed_at is null and o.duties <> '{}')
  when relation = 'holder' then kind = 'system' and company is null
end, false)
$$;

-- Those of the workers with whom there is that relation. その他事業者 stand to everybody: what they see is opened to them.
create function related_as(relation text, actor bigint, company bigint, workers bigint[], day date)
returns table (worker_id bigint) language plpgsql stable as $$
begin
    case relation
    when 'employer' then return query select r.worker_id from workers_employed(company, workers, day) r;
    when 'site' then return query select r.worker_id from workers_below(company, workers, day) r;
    when 'roster_proxy' then return query select r.worker_id from workers_proxied(company, workers, day) r;
    when 'proxy' then return query select r.worker_id from workers_mandated(company, workers, day) r;
    when 'certified' then return query select r.worker_id from workers_at_gate(actor, workers, day) r;
    when 'other', 'operator' then return query select unnest(workers);
    when 'holder' then return query
        select c.worker_id from career_certificate c where c.worker_id = any(workers) and c.revoked_at is null;
    else return;
    end case;
end $$;

create function refuse_unrelated_look() returns trigger language plpgsql
set plan_cache_mode = force_generic_plan as $$
declare look record;
begin
    for look in
        select n.relation, n.actor_kind as kind, n.actor_id as actor, n.company,
               (n.at at time zone 'Asia/Tokyo')::date as day, array_agg(n.worker_id) as workers
        from left_now n group by 1, 2, 3, 4, 5
    loop
        if not looks_for(look.relation, look.kind, look.actor, look.company)
           or exists (
               select unnest(look.workers)
               except select r.worker_id from related_as(
                   look.relation, look.actor, look.company, look.workers, look.day) r
           )
           or look.relation <> 'operator' and exists (
               select from withdrawal x where x.worker_id = any(look.workers) and x.returned_at is null
           )
        then
            raise exception '%:% does not stand to each of these workers as %', look.kind, look.actor, look.relation
                using errcode = 'insufficient_privilege';
        end if;
    end loop;
    return null;
end $$;

create trigger by_own_facts after insert on disclosure_trace referencing new table as left_now
    for each statement execute function refuse_unrelated_look();
