/** The promise's outcome when it settles within `delaiMs`, else a rejection; what was started goes on unobserved. */
export function avant<Valeur>(
  delaiMs: number,
  promesse: Promise<Valeur>,
  enRetard: () => Error = () => new Error("délai dépassé"),
): Promise<Valeur> {
  return new Promise((resolve, reject) => {
    const echeance = setTimeout(() => reject(enRetard()), delaiMs);
    promesse.then(
      (valeur) => {
        clearTimeout(echeance);
        resolve(valeur);
      },
      (raison) => {
        clearTimeout(echeance);
        reject(raison);
      },
    );
  });
}
