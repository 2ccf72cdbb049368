// A small gazetteer for the tests of ministers: invented and true names, chosen for what is hard.
#pragma once

#include "indexer/gazetteer/gazetteer.hpp"

namespace pressoir::extract::people {

inline const gazetteer::Gazetteer& sample_gazetteer() {
  static const gazetteer::Gazetteer gazetteer =
      gazetteer::Gazetteer::parse(
          {"id\tname\tprime_minister\tpresident\tfirst_day\tlast_day\tsource\n"
           "ayrault-2\tAyrault "
           "II\tjean-marc-ayrault\tfrancois-hollande\t2012-06-21\t2014-03-30\tt\n"
           "castex\tCastex\tjean-castex\tfrancois-hollande\t2020-07-03\t2022-05-15\tt\n",
           "id\tname\tgender\taliases\tsource\n"
           "arnaud-montebourg\tArnaud Montebourg\tm\t\tt\n"
           "fleur-pellerin\tFleur Pellerin\tf\t\tt\n"
           "pierre-moscovici\tPierre Moscovici\tm\t\tt\n"
           "jerome-cahuzac\tJérôme Cahuzac\tm\t\tt\n"
           "manuel-valls\tManuel Valls\tm\t\tt\n"
           "marisol-touraine\tMarisol Touraine\tf\t\tt\n"
           "genevieve-darrieussecq\tGeneviève Darrieussecq\tf\t\tt\n"
           "christiane-taubira\tChristiane Taubira\tf\t\tt\n"
           "jean-marc-ayrault\tJean-Marc Ayrault\tm\t\tt\n"
           "jean-castex\tJean Castex\tm\t\tt\n"
           "francois-hollande\tFrançois Hollande\tm\t\tt\n"
           "bruno-le-maire\tBruno Le Maire\tm\t\tt\n"
           "segolene-royal\tSégolène Royal\tf\t\tt\n"
           "edouard-philippe\tÉdouard Philippe\tm\t\tt\n"
           "georges-pompidou\tGeorges Pompidou\tm\t\tt\n"
           "charles-de-gaulle\tCharles de Gaulle\tm\t\tt\n"
           "dominique-de-villepin\tDominique de Villepin\tm\t\tt\n"
           "nathalie-kosciusko-morizet\tNathalie Kosciusko-Morizet\tf\tNathalie Kosciusko\tt\n"
           "michel-barnier\tMichel Barnier\tm\t\tt\n"
           "cedric-o\tCédric O\tm\t\tt\n"
           "olivier-dussopt\tOlivier Dussopt\tm\t\tt\n",
           "person\ttitle\tfull_title\trank\tlineage\tgovernment\tfirst_day\tlast_day\tprecision\t"
           "source\n"
           "arnaud-montebourg\tministre du Redressement productif\t\tministre\ti\tayrault-2\t"
           "2012-06-21\t2014-03-30\tday\tt\n"
           "fleur-pellerin\tministre déléguée chargée des PME, de l’Innovation et de l’Économie "
           "numérique\tministre déléguée auprès du ministre du Redressement productif, chargée des "
           "PME, de l’Innovation et de l’Économie numérique\tministre délégué\tn\tayrault-2\t"
           "2012-06-21\t2014-03-30\tday\tt\n"
           "pierre-moscovici\tministre de l’Économie et des Finances\t\tministre\te\tayrault-2\t"
           "2012-06-21\t2014-03-30\tday\tt\n"
           "jerome-cahuzac\tministre délégué chargé du Budget\tministre délégué auprès du ministre "
           "de l’Économie et des Finances, chargé du Budget\tministre délégué\tb\tayrault-2\t"
           "2012-06-21\t2013-03-18\tday\tt\n"
           "manuel-valls\tministre de l’Intérieur\t\tministre\tint\tayrault-2\t2012-06-21\t"
           "2014-03-30\tday\tt\n"
           "marisol-touraine\tministre des Affaires sociales et de la Santé\t\tministre\ts\t"
           "ayrault-2\t2012-06-21\t2014-03-30\tday\tt\n"
           "christiane-taubira\tgarde des Sceaux, ministre de la "
           "Justice\t\tministre\tj\tayrault-2\t"
           "2012-06-21\t2014-03-30\tday\tt\n"
           "arnaud-montebourg\tministre de l’Économie et du Numérique\t\tministre\ti\t\t"
           "2014-03-31\t2014-08-25\tday\tt\n"
           "cedric-o\tsecrétaire d’État chargé de la Transition numérique\t\tsecrétaire "
           "d’État\tn\tcastex\t2020-07-06\t2022-05-15\tday\tt\n"
           "olivier-dussopt\tsecrétaire d’État, porte-parole du Gouvernement\t\tsecrétaire "
           "d’État\tpp\t\t2019-01-01\t2019-12-31\tday\tt\n"
           "genevieve-darrieussecq\tministre déléguée chargée de la Mémoire et des Anciens "
           "combattants\t\tministre délégué\tac\tcastex\t2020-07-06\t2022-05-15\tday\tt\n"
           "bruno-le-maire\tministre de l’Économie, des Finances et de la Relance\t\tministre\te\t"
           "castex\t2020-07-06\t2022-05-15\tday\tt\n"
           "olivier-dussopt\tministre délégué chargé des Comptes publics\t\tministre délégué\tb\t"
           "castex\t2020-07-06\t2022-05-15\tday\tt\n"
           "jean-castex\tPremier ministre\t\tPremier ministre\tpm\tcastex\t2020-07-03\t2022-05-15\t"
           "day\tt\n"
           "jean-marc-ayrault\tPremier ministre\t\tPremier ministre\tpm\tayrault-2\t2012-06-21\t"
           "2014-03-30\tday\tt\n"
           "francois-hollande\tPrésident de la "
           "République\t\tprésident\tp\t\t2012-05-15\t2017-05-13\t"
           "day\tt\n",
           "id\tlabel\ni\tIndustrie\nn\tNumérique\ne\tÉconomie\nb\tBudget\nint\tIntérieur\n"
           "s\tSanté\nj\tJustice\npp\tPorte-parole\nac\tAnciens combattants\n"
           "pm\tPremier ministre\np\tPrésidence\n"})
          .value();
  return gazetteer;
}

}  // namespace pressoir::extract::people
