import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src/core/link/language';

/** One or two sentences a language; each must be told without the page's word, and against a wrong one. */
const SENTENCES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'The mayor said that the bridge would be closed for a week and that buses had been ordered to take its place.'],
  ['de', 'Die Bürgermeisterin sagte, dass die Brücke für eine Woche gesperrt wird und dass Busse für den Ersatz bereit sind.'],
  ['fr', 'La maire a dit que le pont est fermé pour une semaine et que des bus sont prévus dans les deux quartiers de la ville.'],
  ['es', 'La alcaldesa dijo que el puente se cierra por una semana y que los vecinos de la zona han pedido más autobuses.'],
  ['gl', 'A alcaldesa dixo que a ponte pecha unha semana e que os veciños da zona tamén piden máis autobuses para as súas aldeas.'],
  ['pt', 'A prefeita disse que a ponte fica fechada por uma semana e que os moradores não foram avisados com mais tempo.'],
  ['ca', 'L’alcaldessa va dir que el pont es tanca una setmana i que els veïns del barri també demanen més autobusos amb aquest horari.'],
  ['it', 'La sindaca ha detto che il ponte resta chiuso per una settimana e che gli abitanti della zona non sono stati avvisati.'],
  ['ro', 'Primarul a spus că podul este închis pentru o săptămână și că locuitorii din zonă au cerut mai multe autobuze.'],
  ['nl', 'De burgemeester zei dat de brug een week dicht is en dat er bussen zijn voor de mensen die niet met de fiets gaan.'],
  ['af', 'Die burgemeester het gesê dat die brug vir ’n week gesluit is en dat busse vir die inwoners van die stad gereël word.'],
  ['sv', 'Borgmästaren sade att bron är stängd en vecka och att det inte finns bussar för dem som bor på andra sidan av ån.'],
  ['da', 'Borgmesteren sagde, at broen bliver lukket i en uge, og at der ikke er busser til dem, der bor på den anden side af åen.'],
  ['no', 'Ordføreren sier at broen blir stengt i en uke, og at det ikke er busser for dem som bor på den andre siden av elva nå.'],
  ['nn', 'Ordføraren seier at brua vert stengd i ei veke, og at det ikkje er bussar for dei som bur på hi sida av elva frå i dag.'],
  ['is', 'Borgarstjórinn sagði að brúin væri lokuð í viku og að það hefði ekki verið hægt að fá strætisvagna með svo stuttum fyrirvara.'],
  ['fi', 'Pormestari kertoi, että silta on suljettu viikon ajan ja että bussit eivät kulje, mutta myös lautta on mukaan otettu.'],
  ['et', 'Linnapea ütles, et sild on nädala kinni ja et bussid ei sõida, aga ka parv on oma liinil ning see oli hea mõte.'],
  ['hu', 'A polgármester azt mondta, hogy a híd egy hétre bezár, és nem lesz elég busz, de már a komp is közlekedik.'],
  ['pl', 'Burmistrz powiedziała, że most jest zamknięty na tydzień i że autobusy nie jadą przez rzekę, ale kursuje prom dla pieszych.'],
  ['cs', 'Starostka řekla, že most je na týden uzavřen a že autobusy se do centra nedostanou, ale jezdí přívoz, který bude zdarma.'],
  ['sk', 'Starostka povedala, že most je na týždeň zatvorený a že autobusy sa do centra nedostanú, ale jazdí aj kompa, ktorá je pre všetkých.'],
  ['sl', 'Županja je povedala, da bo most za teden dni zaprt in da se avtobusi ne bodo ustavljali, vozi pa tudi brod, ki je zastonj.'],
  ['hr', 'Gradonačelnica je rekla da će most biti zatvoren tijekom cijelog tjedna i da autobusi neće voziti, što također vrijedi za noć.'],
  ['sr', 'Gradonačelnica je rekla da će most biti zatvoren tokom cele nedelje i da autobusi neće voziti, šta god ko takođe kaže posle toga.'],
  ['sr', 'Градоначелница је рекла да ће мост бити затворен целе недеље и да аутобуси неће возити у центар са друге стране.'],
  ['sq', 'Kryetarja tha që ura është e mbyllur për një javë dhe se autobusët nuk do të kalojnë në qendër, por është një trap më i madh.'],
  ['lt', 'Merė sakė, kad tiltas savaitę bus uždarytas ir kad autobusai į centrą nevažiuos, bet yra keltas, kuris jau veikia dėl žmonių.'],
  ['lv', 'Mēre teica, ka tilts nedēļu ir slēgts un ka autobusi uz centru nebrauks, bet ir arī prāmis, kas nav par maksu.'],
  ['tr', 'Belediye başkanı köprünün bir hafta kapalı olacağını ve otobüslerin daha sonra bu yolu kullanacağını söyledi, ancak feribot da var.'],
  ['az', 'Bələdiyyə başçısı deyib ki, körpü bir həftə bağlı qalacaq və avtobuslar bu yol ilə getməyəcək, sonra isə bərə də olacaq.'],
  ['id', 'Wali kota mengatakan bahwa jembatan itu ditutup selama sepekan karena perbaikan dan bus tidak bisa lewat di jalan tersebut saat ini.'],
  ['ms', 'Datuk bandar berkata bahawa jambatan itu ditutup selama seminggu kerana pembaikan dan bas tidak boleh lalu di jalan itu, kata beliau.'],
  ['tl', 'Sinabi ng alkalde na sarado ang tulay sa loob ng isang linggo at hindi dadaan ang mga bus para sa mga nakatira sa kabila.'],
  ['vi', 'Thị trưởng nói cây cầu sẽ đóng trong một tuần và xe buýt không được đi qua, những người dân của thành phố đã có phà.'],
  ['sw', 'Meya alisema kuwa daraja la mto limefungwa kwa wiki moja na mabasi ya mji hayatapita katika njia hiyo baada ya leo.'],
  ['so', 'Duqa ayaa sheegay in buundada ay xiran tahay toddobaad oo ay basaska ku wareegayaan waddo kale iyo in dadka uu ka codsaday.'],
  ['eu', 'Alkateak esan du zubia astebetez itxita dela eta autobusak ez dira pasako, baina ferry bat ere egin dute auzokoentzat.'],
  ['cy', 'Mae’r maer wedi dweud bod y bont ar gau am wythnos ac nad yw’r bysiau yn rhedeg i ganol y dref o heddiw ymlaen.'],
  ['ga', 'Dúirt an méara go bhfuil an droichead dúnta ar feadh seachtaine agus nach bhfuil na busanna ag dul leis an mbóthar sin, is trua é.'],
  ['ru', 'Мэр заявила, что мост будет закрыт на неделю и что автобусы не поедут в центр, но из порта также ходит паром.'],
  ['uk', 'Мерка заявила, що міст буде закрито на тиждень і що автобуси не поїдуть до центру, але також ходить пором від порту.'],
  ['be', 'Мэр заявіла, што мост будзе зачынены на тыдзень і што аўтобусы не паедуць у цэнтр, але таксама ходзіць паром, гэта для людзей.'],
  ['bg', 'Кметът каза, че мостът ще бъде затворен за седмица и че автобусите не се движат до центъра, но от пристанището има ферибот.'],
  ['mk', 'Градоначалничката рече дека мостот ќе биде затворен една недела и дека автобусите не ќе одат во центарот, што е проблем од денес.'],
  ['kk', 'Әкім бұл көпір бір аптаға жабылады және автобустар жүрмейді деп айтты, осы жол адамдар үшін ашық болған.'],
  ['ar', 'قالت رئيسة البلدية إن الجسر سيغلق لمدة أسبوع وإن الحافلات لن تصل إلى وسط المدينة، لكن العبارة تعمل من الميناء بعد الظهر.'],
  ['fa', 'شهردار گفت که این پل برای یک هفته بسته است و اتوبوس‌ها از آن عبور نمی‌کنند، اما قایق را با قیمت کم به کار انداخته‌اند.'],
  ['ur', 'میئر نے کہا کہ پل ایک ہفتے کے لیے بند ہے اور بسیں شہر کے مرکز میں نہیں جائیں گی، لوگوں کو کشتی سے جانا ہے۔'],
  ['ps', 'ښاروال وویل چې پل د یوې اوونۍ له پاره بند دی او بسونه به په دې لاره کې نه ځي، خلک دې له بېړۍ سره لاړ شي.'],
  ['hi', 'महापौर ने कहा कि पुल एक सप्ताह के लिए बंद है और बसें शहर के बीच में नहीं जाएँगी, लोगों को नाव से जाना पड़ेगा।'],
  ['mr', 'महापौरांनी सांगितले की पूल एक आठवडा बंद आहे आणि बस शहराच्या मध्ये जाणार नाहीत, या काळात होडी सुरू आहे व लोक आनंदी आहेत.'],
  ['ne', 'मेयरले भने पुल एक हप्ताको लागि बन्द छ र बसहरू शहरमा जाने छैनन्, यात्रुका लागि डुङ्गा पनि तयार गरेको छ।'],
  ['el', 'Η δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή για μία εβδομάδα.'],
  ['he', 'ראש העירייה אמרה שהגשר ייסגר לשבוע ימים.'],
  ['hy', 'Քաղաքապետն ասաց, որ կամուրջը մեկ շաբաթ փակ է լինելու։'],
  ['ka', 'მერმა თქვა, რომ ხიდი ერთი კვირით დაიკეტება.'],
  ['th', 'นายกเทศมนตรีกล่าวว่าสะพานจะปิดหนึ่งสัปดาห์'],
  ['my', 'တံတားကို တစ်ပတ်ပိတ်ထားမည်ဟု မြို့တော်ဝန်က ပြောသည်။'],
  ['bn', 'মেয়র বলেছেন, সেতুটি এক সপ্তাহ বন্ধ থাকবে।'],
  ['ta', 'பாலம் ஒரு வாரம் மூடப்படும் என்று மேயர் கூறினார்.'],
  ['am', 'ከንቲባዋ ድልድዩ ለአንድ ሳምንት እንደሚዘጋ ተናገሩ።'],
  ['ja', '市長は、橋が一週間閉鎖されると述べた。'],
  ['ko', '시장은 다리가 일주일 동안 폐쇄된다고 말했다.'],
  ['zh', '市长表示，这座桥将关闭一周。'],
]; // prettier-ignore

describe('the language of a text', () => {
  it.each(SENTENCES)('%s: “%s”', (lang, text) => {
    expect(detectLanguage(text), 'without the page’s word').toBe(lang);
    expect(detectLanguage(text, lang === 'en' ? 'de' : 'en'), 'against a wrong `lang`').toBe(lang);
    expect(detectLanguage(text, lang), 'with the right `lang`').toBe(lang);
  });

  it.each([
    [
      'Nynorsk and Bokmål pages under one name',
      'Hun sier at det ikke er noe nytt å se, og at de blir her.',
      'nb',
      'no',
    ],
    [
      'a Bosnian page, whose text could be Croatian',
      'On je rekao da će most biti zatvoren i da se ne zna kako će se voziti u gradu.',
      'bs',
      'bs',
    ],
    [
      'a Croatian page, whose text could be Bosnian',
      'On je rekao da će most biti zatvoren i da se ne zna kako će se voziti u gradu.',
      'hr',
      'hr',
    ],
    [
      'a language that has no words here',
      'De Buergermeeschter sot datt d’Bréck eng Woch zou ass a keng Busser fueren.',
      'lb',
      'lb',
    ],
    ['a text of names', 'Emmanuel Macron, Keir Starmer, Giorgia Meloni', 'fr', 'fr'],
    ['an old code', 'Ibu kota', 'in', 'id'],
    ['a headline in Bulgarian', 'Парламентът заседава', 'bg', 'bg'],
    ['a headline that may be Russian', 'Президент прибув', 'ru', 'ru'],
    ['a headline with a letter of Ukrainian', 'Київ святкує', 'ru', 'uk'],
  ])('the page’s word counts for %s', (_, text, hint, lang) => {
    expect(detectLanguage(text, hint)).toBe(lang);
  });

  it('is not told by foreign names in another script', () => {
    const text =
      'The paper is called Украинская правда and the other 人民日报, said the editor of the second one in the evening.';
    expect(detectLanguage(text)).toBe('en');
  });

  it('is unknown for a text of no language', () => {
    expect(detectLanguage('12:30 – 4711 / XK-7')).toBe('und');
    expect(detectLanguage('Lorem ipsum dolor sit amet, consectetur adipisicing elit, sed do eiusmod tempor.')).toBe(
      'und',
    );
  });
});
