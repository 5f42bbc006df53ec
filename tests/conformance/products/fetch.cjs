// Stands for `make-fetch-happen` in Apollo's suite, which looks for its router at one fixed address.
const ADRESSE_FIXE = "http://localhost:4000/";

module.exports = (url, init) => fetch(url === ADRESSE_FIXE ? process.env.ROUTER_URL : url, init);
