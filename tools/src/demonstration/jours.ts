/** The day `nombre` days after (or before) another, AAAA-MM-JJ. */
export function decaler(jour: string, nombre: number): string {
  const date = new Date(`${jour}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + nombre);
  return date.toISOString().slice(0, 10);
}
