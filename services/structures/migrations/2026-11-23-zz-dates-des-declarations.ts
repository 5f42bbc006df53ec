import type { Migration } from "@coordination/database";

/** Who said each thing of a CPTS or of a médicobus, and when: its status, its publics and its programme have not one author. */
export const datesDesDeclarations: Migration = {
  name: "2026-11-23-zz-dates-des-declarations",
  up: `
alter table structures.cpts add column declare_le date;
alter table structures.medicobus add column declare_le date, add column publics_source text, add column publics_le date,
  add column programme_source text, add column programme_le date;
update structures.medicobus set publics_source = source where cardinality(publics_prioritaires) > 0;
`,
};
