/** What the schema says of the argument `cleIdempotence` of every declaration. */
export const CLE_IDEMPOTENCE = {
  description: "Choisie par le client, de 8 à 200 caractères : la même demande sous la même clé n'écrit qu'une fois.",
};
