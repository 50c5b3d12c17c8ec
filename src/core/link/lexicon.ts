/**
 * The closed word lists of the linker. All entries are lower-case; they say how a capitalised word beside a name is to
 * be read, never what a name means.
 */

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Words of office and rank: they stand before (or after) a name without being part of it. */
export const TITLES = words(`
  president vice-president vice prime premier minister chancellor secretary chairman chairwoman chair chairperson
  governor gov senator sen representative rep congressman congresswoman mayor ambassador envoy commissioner judge justice
  general gen admiral adm colonel col captain capt lieutenant lt major maj sergeant sgt marshal commander chief director
  spokesman spokeswoman spokesperson king queen prince princess emperor empress pope cardinal archbishop bishop rabbi
  imam ayatollah sheikh sheik sultan emir lord lady sir dame baroness baron duke duchess mr mrs ms miss dr doctor
  professor prof reverend rev father sister brother saint ceo cfo coo coach manager striker midfielder defender
  goalkeeper actor actress singer author analyst economist attorney lawyer leader deputy acting former ex-president
  then-president ex incoming outgoing foreign defense defence finance interior home trade justice health education
  energy agriculture press national security supreme crown first lady speaker mp mep lawmaker candidate nominee
  comrade herr frau monsieur madame señor señora don signor signora presidente präsident präsidentin kanzler kanzlerin
  bundeskanzler bundeskanzlerin minister ministerin außenminister président présidente ministre premierminister
  ministro ministra primer primeiro governador gobernador canciller dirigente chef prefect councillor alderman sheriff
  superintendent inspector detective officer founder co-founder owner chairman-elect president-elect elect
  presidents ministers premiers chancellors senators representatives governors congressmen congresswomen lawmakers
  mps generals judges justices ambassadors kings queens princes princesses bishops cardinals leaders professors
  adviser advisor treasurer whip pastor constable archduke astronaut astronauts cosmonaut cosmonauts sens reps govs
  drs messrs`);

/**
 * Fields of an office: part of a title only before its word ("Foreign Minister", "National Security Adviser"), part of a
 * name elsewhere ("National Democratic Party", "Foreign Ministry").
 */
export const TITLE_FIELDS = words(`
  foreign defense defence finance interior home trade health education energy agriculture national security supreme
  crown first press`);

/** Capitalised because a sentence begins with them, not because they name something. */
export const FUNCTION_WORDS = words(`
  the a an in on at to of for from by with as and but or nor so yet if when while after before since until because
  although though that this these those it he she they we i you his her its their our my your who what which where why
  how there here not no yes now then also even just only still both each every all some any many much more most other
  such than too very can could will would shall should may might must do does did is are was were be been being has have
  had one two three four five six seven eight nine ten first second third last next new old under over into onto through
  during between among against about without within across despite amid following according including like unlike
  however meanwhile moreover furthermore nevertheless instead perhaps maybe later earlier today yesterday tomorrow
  tonight once twice again never always often sometimes usually recently currently previously earlier another either
  neither whether let see read watch listen photo video breaking live update updated analysis opinion exclusive via
  per versus vs mr mrs ms dr les le la el los las der die das den dem ein eine il lo gli un une uno una o os as`);

/** Function words that, written large inside a sentence, are part of a name: "Ford Five Hundred", "New Labour". */
export const NAMING_WORDS = words(`one two three four five six seven eight nine ten second third next new old
  les le la el los las den un une uno una il lo do der das`);

export const WEEKDAYS_AND_MONTHS = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`);

/** Members of parties and other groups: plain nouns with a capital, never the end of a longer name. */
export const GROUP_NOUNS = words(`
  democrat democrats republican republicans conservative conservatives labour liberal liberals tory tories socialist
  socialists communist communists muslim muslims christian christians jew jews jewish catholic catholics protestant
  protestants hindu hindus buddhist buddhists sunni sunnis shiite shiites sikh sikhs islamic islamist islamists
  nazi nazis marxist internet covid olympic olympics`);

/** Heads that make a longer name of what stands before them: "Trump Tower", "Lee County", "Japan Airlines". */
export const NAME_HEADS = words(`
  tower towers county street road avenue boulevard square airport airlines airways university college school institute
  hospital hotel park bridge river lake mountain island islands bay beach stadium arena museum theatre theater gallery
  library church cathedral mosque temple bank group corp corporation inc ltd llc plc company holdings foundation
  association society club united city fc cup league open prize award awards festival news times post journal herald
  tribune star daily magazine press radio television tv center centre house building plaza mall station line act bill
  law treaty agreement accord accords convention protocol declaration doctrine plan deal pact summit conference council
  committee commission court party front movement army navy force forces command corps brigade ministry department
  agency bureau office authority service services board union federation confederation alliance coalition
  administration study report index fund trust partners capital motors energy oil gas petroleum steel electric
  pharmaceuticals systems technologies entertainment pictures studios records games war battle revolution uprising
  massacre crisis scandal affair republic kingdom empire state province district region valley hills heights point
  gate wall canal dam mine reactor plant factory site shrine palace castle fort base camp prison jail`);

/** After these a place name is the place: "in Tokyo", "near Nara". */
export const PLACE_PREPOSITIONS =
  words(`in at near from around outside inside across throughout to into toward towards via
  between within downtown central over beyond`);

/** With these verbs a capital is its country's government: "Tokyo faces a row", "Beijing said". */
export const STATE_VERBS = words(`
  faces faced says said wants wanted accuses accused denies denied insists insisted claims claimed warns warned urges
  urged calls called demands demanded rejects rejected refuses refused agrees agreed seeks sought hopes hoped fears
  feared considers considered regards regarded views viewed sees saw maintains maintained opposes opposed supports
  supported backs backed condemns condemned imposes imposed lifts lifted bans banned signs signed announces announced
  protests protested summons summoned recalls recalled retaliates retaliated responds responded threatens threatened
  pledges pledged vows vowed offers offered plans planned intends intended believes believed argues argued
  acknowledges acknowledged recognises recognised recognizes recognized blames blamed suspects suspected pushes pushed
  expels expelled sanctions sanctioned negotiates negotiated deploys deployed sends sent`);

/** Words that put a place name into the world of sport. */
export const SPORT_CUES = words(`
  match game season league cup goal goals scored win won beat defeat defeated coach team club striker midfielder
  goalkeeper innings wicket quarterback touchdown inning runs playoff playoffs championship tournament fixture referee
  half-time points kick penalty draw title squad player players fans stadium rugby football soccer cricket baseball
  basketball hockey tennis`);

/** Kin of a person: their full names are no other bearers of the surname ("his widow, Betty Ford"). */
export const KIN = words(`
  wife husband widow widower son sons daughter daughters brother brothers sister sisters mother father parents parent
  child children grandson granddaughter grandfather grandmother uncle aunt nephew niece cousin spouse fiancee fiance
  fiancée fiancé lady family twin stepson stepdaughter stepfather stepmother`);

/** Ends of company names: part of the span when they follow a company, as in "General Electric Co.". */
export const COMPANY_SUFFIXES = words(`inc co corp ltd llc plc ag sa se nv spa corporation incorporated limited`);

/** Things that bear a place's or a firm's name: "Brazil nut", "Panama hat", "Apple pie", "Guinea pigs". */
export const NAMESAKE_THINGS = words(`
  nut nuts pig pigs hat hats teapot teapots sandwich sandwiches libre pie pies fowl worm pepper terrier spaniel spaniels
  shepherd shepherds setter cheese syndrome sausage sausages beef chicken roulette muffin muffins toast fries roast
  stuffing gravy tart cake cakes bun buns coffee lily lilies clay carpet rug orange oranges duck beans bean rainforest jungle tribes
  tribe basin`);

/** Works whose titles stand in quotation marks after them: the film “Munich”. */
export const WORKS = words(`
  film films movie song songs single novel book musical album play opera series painting poem documentary show episode
  titled called entitled anthem hymn drama comedy thriller sitcom ballad track memoir`);

/** Words for a street, before its name: "rue de Berlin", "calle Londres", "via Roma". */
export const STREETS = words(`
  rue avenue boulevard calle avenida plaza via viale piazza corso rua praça praca quai straße strasse allee platz`);

/** What people do who are not in the news for it; a public figure of that name is somebody else. */
export const PRIVATE_TRADES = words(`
  plumber vicar baker farmer nurse butcher student pupil carpenter electrician mechanic waiter waitress barber
  hairdresser gardener firefighter postman pensioner neighbour neighbor resident shopkeeper tourist motorist cyclist
  pedestrian passenger commuter librarian teacher headteacher dentist optician florist beekeeper grocer painter
  decorator builder welder roofer milkman paramedic housewife schoolboy schoolgirl teenager babysitter cleaner cook
  skier snowboarder surfer`);

/** What one team does to another, and what a team does to its own. */
export const SPORT_VERBS = words(`
  beat beats beaten defeat defeats defeated lost loses won wins drew draws draw thrash thrashed edge edged hosted host
  sacked signed scored scores visit trail trailed lead equalised equalized relegated thumped hammered stunned crushed`);

/** Forms of address: what follows is a person, whatever place bears the name ("Mr Chad"). */
export const ADDRESSES =
  words(`mr mrs ms miss mx sir dame lady madam monsieur madame mademoiselle herr frau señor señora signor signora dr doctor prof
  professor judge justice detective inspector sergeant sgt captain capt colonel lieutenant rev reverend`);

/** After these a name is given: a cat called Cairo, the ferry Berlin. */
export const NAMING = words(`
  called named nicknamed christened baby boat cat dog horse puppy kitten pony ship yacht ferry tanker trawler submarine
  frigate destroyer cruiser`);

/** Animals that a family names. */
export const ANIMALS = words(`dog cat horse puppy kitten pony mare stallion parrot`);

/** German nouns that are also names of towns and papers. */
export const GERMAN_NOUNS = words(`bild essen spiegel welt zeit stern focus tag post halle hof gold`);

/** Irregular forms of verbs that follow a subject: "Seoul fell", "Boeing lost". */
export const PAST_VERBS = words(`
  fell rose won lost beat met held made took went came saw set sent led ran began kept got gave left put cut hit let
  paid sold bought built told spent sought fought brought thought taught caught stood understood found grew knew drew
  threw flew broke spoke chose wrote drove became struck swung sank shook says does goes has`);
