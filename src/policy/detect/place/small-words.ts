/*
 * Words of addresses that are too small and frequent to be atoms: each would be a hit in most sentences, and only beside a
 * number do they tell anything. Folded; of all languages together.
 */

/** Stand between the words of a name: Rue de la Paix, Auf der Grieße, San Pietro in Bosco. */
export const PARTICLES: ReadonlySet<string> = new Set(
  (
    'a aan ai al alla allo am an and ao au auf aux av bei beim bij by calabro campano con cum d da das de ' +
    'degli dei del dell della delle dello dels dem den der des di die do dos dr du e el em emilia en et friuli ' +
    'gen het hinter hinterm hr i ij ile im in k kolo ks l la laghi las laziale le les lez lido ligure lo ' +
    'lombardo los marche mare marsz mi monte na nad nel nell nella no nossa o ob och of on op over pa ' +
    'piemonte pod pres prof przy romano s saint sainte salentino san sannita sao sardo senhora sobre sopra ' +
    'sous sul sull sulla sur sw t te ten ter terme the toscano uber umbro und under unter upon v van ve veneto ' +
    'vid vom von vor w we woj y zu zum zur'
  ).split(' '),
)

/** Parts inside a house, written short. */
export const SMALL_UNITS: ReadonlySet<string> = new Set(
  (
    'ap bei bis bl box bus bv casa chez cv d dg door ed eg fl h hh hs huis hus k kl km links lt m mz n nb ' +
    'no nr n° og p port qd rear rm room sc sn ter tr u ug vh voor'
  ).split(' '),
)

/** Behind a number they tell that it counts goods, time or money. */
export const MEASURES: ReadonlySet<string> = new Set(
  (
    'adet amazon annees anni anos ans ar artikel avaliacoes avis ay beden bestallningar bestellingen ' +
    'bestellungen bewertungen capsulas cent centimetri clientes clienti clients cm color colour commandes ' +
    'compresse comprimes comprimidos cts customers dagar dagen dakika day days degres derece dias dni dollars ' +
    'dpi edition encomendas estrelas estrellas etoiles eur euro euros exemplaires feet fois fps ft ganger gb ' +
    'gbp gelules ghz giorni godzin grad graden grader gradi grados gram gramas gramm grammes grammi gramos ' +
    'gramow grams graus grosse gun gwiazdek hafta heures horas hour hours hz inch inches items jaar jahre ' +
    'jahren jahrige jours kapseln keer kelvin kere kez kg kilo kisi klanten klientow kr kronor kunden kunder ' +
    'lat lbs lira liter liters litre litres litri litros litrow lumen lumenes lumenow lumens maanden maat mah ' +
    'mal manader mb meses mesi meter metre metres metri metros metrow mhz miesiecy minut minuten minuter ' +
    'minutes minuti minutos ml mm model modele modell modello modelo mois monate months musteri order orders ' +
    'ordini ore osob oz pack packs packungen pages paginas pagine pastillas pcs peca pecas pedidos percent ' +
    'personas persone personen personer personnes pesos pessoas pezzi pezzo piece pieces pieza piezas ' +
    'prozent psi px razy reais recensioni resenas reviews rozmiar rpm saat sayfa seiten semaines semanas ' +
    'settimane sidor siparis size stars stelle sterne sterren stjarnor stk stopni storlek stron stuck stuk ' +
    'stuks stunden stycken szt sztuk sztuki tablet tabletek tabletten tabletter tage tagen taglia taille talla ' +
    'tamanho tane tb teile teilig times timmar tl tum tygodni uhr unidades unita unites units usd uur vatios ' +
    'veces veckor version vezes volt volte volts watow watt watts weeks weken wochen yasinda year years yil ' +
    'yildiz zamowien zl zlotych zoll'
  ).split(' '),
)

/** How words for streets end where they are written in one: Bahnhofstraße, Prinsengracht, Storgatan. */
export const STREET_ENDINGS: ReadonlySet<string> = new Set(
  (
    'allee allen chaussee damm dijk dreef gaessle gard gardet gardsvag gasse gata gatan graben gracht grand ' +
    'granden kade kai laan plantsoen platz plein singel steeg stig stigen str straat straatje strasse strassen ' +
    'torg torget twiete ufer vag vagen weg wegel'
  ).split(' '),
)

/** Begin the sentence behind an address and are no part of a town's name. */
export const GREETINGS: ReadonlySet<string> = new Set(
  (
    'danke vielen bitte mit ich wir sie thanks thank please we regards cheers merci cordialement je nous grazie gracias ' +
    'saludos bedankt dank groeten dziekuje pozdrawiam prosze tack mvh halsningar obrigado obrigada cumprimentos ' +
    'tesekkurler tesekkur saygilar lutfen hello hallo bonjour hola ciao dzien hej ola merhaba'
  ).split(' '),
)

/** Particles over which a street's name goes on to the left; others may belong to the sentence before it. */
export const INNER_PARTICLES: ReadonlySet<string> = new Set(
  'der den dem de del della di du des d la las los el van von zum zur am im do da dos das s t of the und and y'.split(
    ' ',
  ),
)
