/** Surnames that many French families bear, in about the order of how many; no person is described. */
export const NOMS_COURANTS = (
  "MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFÈVRE LEROY ROUX DAVID BERTRAND " +
  "MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE ROUSSEAU VINCENT MULLER FAURE MERCIER BLANC GUÉRIN BOYER GARNIER " +
  "CHEVALIER FRANÇOIS LEGRAND GAUTHIER GARCIA PERRIN ROBIN CLÉMENT MORIN NICOLAS HENRY ROUSSEL MATHIEU GAUTIER MASSON " +
  "MARCHAND DUVAL DENIS DUMONT MARIE LEMAIRE NOËL MEYER DUFOUR MEUNIER BRUN BLANCHARD GIRAUD JOLY RIVIÈRE LUCAS BRUNET " +
  "GAILLARD BARBIER ARNAUD MARTINEZ GÉRARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL CARON PICARD ROGER FABRE AUBERT " +
  "LEMOINE RENAUD DUMAS LACROIX OLIVIER PHILIPPE BOURGEOIS PIERRE BENOÎT REY LECLERC PAYET ROLLAND LECLERCQ GUILLAUME " +
  "LECOMTE LOPEZ JEAN DUPUY GUILLOT HUBERT BERGER CARPENTIER SANCHEZ DUPUIS MOULIN LOUIS DESCHAMPS HUET VASSEUR PEREZ " +
  "BOUCHER FLEURY ROYER KLEIN JACQUET ADAM PARIS POIRIER MARTY AUBRY GUYOT CARRÉ CHARLES RENAULT CHARPENTIER MÉNARD " +
  "MAILLARD BARON BERTIN BAILLY HERVÉ SCHNEIDER FERNANDEZ COLLET LÉGER BOUVIER JULIEN PRÉVOST MILLET PERROT DANIEL COUSIN " +
  "GERMAIN BRETON BESSON LANGLOIS RÉMY PELLETIER LÉVÊQUE PERRIER LEBLANC BARRÉ LEBRUN MARCHAL WEBER MALLET HAMON BOULANGER " +
  "JACOB MONNIER MICHAUD RODRIGUEZ GUICHARD GILLET ÉTIENNE GRONDIN POULAIN TESSIER CHEVALLIER COLLIN CHAUVIN BOUCHET GAY " +
  "LEMAÎTRE BÉNARD MARÉCHAL HUMBERT REYNAUD ANTOINE HOARAU PERRET BARTHÉLEMY CORDIER PICHON LEJEUNE GILBERT LAMY DELAUNAY " +
  "PASQUIER CARLIER LAPORTE NGUYEN TRAORÉ DIALLO DIARRA BENALI HADDAD SAÏDI COULIBALY FERREIRA DA-SILVA PEREIRA COSTA"
).split(" ");

export const PRENOMS_FEMININS = (
  "Marie Nathalie Isabelle Sylvie Catherine Françoise Anne Sandrine Céline Julie Camille Christine Valérie Stéphanie Sophie " +
  "Laurence Aurélie Émilie Véronique Karine Laura Martine Hélène Caroline Élodie Pauline Chloé Marion Manon Léa Sarah Lucie " +
  "Mathilde Mélanie Virginie Delphine Claire Audrey Laetitia Charlotte Emma Inès Jeanne Alice Louise Juliette Clara Agathe " +
  "Margaux Anaïs Noémie Justine Élise Amandine Florence Brigitte Corinne Patricia Béatrice Agnès Cécile Fabienne Gaëlle " +
  "Solène Maëlle Maud Maëva Océane Ophélie Perrine Quitterie Rachel Rachida Fatima Nadia Samira Leïla Yasmine Aïcha Khadija " +
  "Myriam Nora Odile Pascale Régine Roxane Salomé Servane Sixtine Tiphaine Ursule Viviane Wendy Xavière Yaëlle Zoé Zélie " +
  "Adèle Blandine Capucine Clémence Constance Diane Éléonore Estelle Eugénie Flore Garance Héloïse Iris Joséphine Lison " +
  "Madeleine Ninon Oriane Philippine Suzanne Thaïs Victoire Apolline Bérénice Bertille Cassandre Domitille Edmée Faustine"
).split(" ");

export const PRENOMS_MASCULINS = (
  "Jean Pierre Michel Philippe Alain Nicolas Christophe Patrick Laurent Frédéric Julien Sébastien Thomas Stéphane Éric David " +
  "François Olivier Pascal Bruno Antoine Alexandre Guillaume Maxime Vincent Romain Mathieu Jérôme Benoît Clément Quentin " +
  "Florian Kévin Anthony Fabien Cédric Hugo Lucas Louis Paul Théo Gabriel Arthur Jules Adrien Baptiste Arnaud Rémi Damien " +
  "Xavier Yann Loïc Gaël Erwan Ronan Tanguy Malo Étienne Édouard Émile Éloi Félix Grégoire Gilles Hervé Ismaël Karim Mehdi " +
  "Mohamed Rachid Samir Youssef Amine Bilal Omar Moussa Ibrahim Léon Lionel Luc Marc Martial Maël Noël Octave Pascalin " +
  "Raphaël Régis Robin Samuel Serge Simon Sylvain Thibault Tristan Ulysse Valentin Victor William Yanis Yves Zacharie Zéphyr " +
  "Ambroise Aurèle Barnabé Basile Célestin Corentin Côme Denis Eudes Fulbert Gaspard Gonzague Hyacinthe Isidore Joachim"
).split(" ");

export const SYLLABES_DE_DEBUT = (
  "BA BAR BEAU BEL BER BLAN BOIS BON BOR BOU BRI CAL CAM CAR CHA CHAM CHAR CHE CLA COL COR COU CRE DAL DAR DES DOU DRO DU " +
  "ESTE FAL FAR FER FLO FON FOU FRE GAL GAR GAU GER GON GRAN GUI HAR HAU HER HUR JAC JAN JOU JUL LA LAN LAU LE LIM LOR MA " +
  "MAL MAN MAR MAU MER MON MOR MOU NA NOI NOR OR PAL PAR PEL PER PLAN PON POU PRA QUE RA RE RI RO ROU SA SAL SAR SAU SER SOU " +
  "TAR TER TOU TRE VA VAL VAR VER VI VIL VOI YVE"
).split(" ");

export const SYLLABES_DU_MILIEU = "BI BO CHE CO DE DI GA GNE LA LE LI LO MA MI NA NE PE RA RE RI SO TE TI VA VI".split(
  " ",
);

export const SYLLABES_DE_FIN =
  "AUD ARD BERT CHON DEAU DIER DON GEON GNAC GNON LIER LLARD LLET LOT MEL MOND NEAU NEL NIER NOT QUET RAND REAU RON RONDE SSE SSON TEAU TIER TOT VAIN VARD VIEUX ZAC ÉE ÈRE ÔME".split(
    " ",
  );
