/**
 * What gateways side by side share: what each client has spent (its columns are those of rate-limiter-flexible; lost
 * without harm if the server falls), the documents published, and which clients may send no other.
 */
export const limites = {
  name: "2026-11-22-limites",
  up: `
    create unlogged table debit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    create table operation (
      empreinte text primary key check (empreinte ~ '^[0-9a-f]{64}$'),
      nom text not null,
      document text not null,
      publiee_le timestamptz not null default now(),
      retiree_le timestamptz
    );

    create table client (
      nom text primary key,
      mode text not null check (mode in ('AUDIT', 'EXIGE'))
    );
  `,
};
