-- Colours are rows: a further one is a further row, and no card has a colour that there is not (CARD-03).

insert into card_design (code, label, rank, paper, band, ink) values
    ('white', '一般のカード（白色）', 1, '#ffffff', '#dde5ee', '#00234b'),
    ('gold', 'ゴールドカード', 2, '#f7e3a1', '#c6962b', '#00234b');

alter table card add constraint card_colour_known foreign key (colour) references card_design (code);

revoke insert, update, delete on card_design from ccus_app;

-- An address is corrected by a further one (CARD-14); only the erasure after 退会 takes it away.

revoke update, delete on card_address from ccus_app;
grant update (superseded_at) on card_address to ccus_app;

create trigger said_once before update on card_address
    for each row when (old.superseded_at is not null) execute function refuse_second_word('superseded_at');
