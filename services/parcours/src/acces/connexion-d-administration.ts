/** What is needed of the administrator's connection: a `pg.Client`. Row-level security hides the register from anyone else. */
export interface ConnexionDAdministration {
  query<Ligne extends object>(text: string, values: unknown[]): Promise<{ rows: Ligne[] }>;
}
