// Which of a few Latin-script languages a text is in, told by its most common words: enough to doubt a wrong `lang`.

const WORDS: Record<string, ReadonlySet<string>> = {
  en: words(
    'the of and to in is that it for was on are with as be at this have from or by not but what all were when we there can your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than been its who now people my made over did down only way find use may water long little very after words called just where most know get through back much go good new write our me man too any day same right look think also around another came come work three word must because does part even place well such here take why help put different away again off went old number great tell men say small every found still between name should home big give air line set own under read last never us left end along while might next sound below saw something thought both few those always show large often together asked house world going want school important until form food keep children feet land side without boy once animal life enough took sometimes four head above kind began almost live page got earth need far hand high year mother light parts country father let night following picture being study second soon story since white ever paper hard near sentence better best across during today however sure means knew try told young miles sun ways thing whole hear example heard several change answer room sea against top turned learn point city play toward five using himself usually',
  ),
  fr: words(
    "le la les de des du et est un une dans que qui pour pas sur au aux avec ce cette ces il elle nous vous ils elles je tu ne se son sa ses mais ou où donc car plus tout tous être avoir fait comme par bonjour merci oui non madame monsieur mademoiselle allons c’est c'est à très bien aussi mon ma mes notre votre leur leurs été sont",
  ),
  de: words(
    'der die das und ist ein eine einer nicht ich du er sie wir ihr mit auf für von zu dem den des im am als auch an es bei nach aus über wie oder aber wenn nur noch werden wird sind hat haben kann guten tag herr frau danke bitte ja nein',
  ),
  es: words(
    'el la los las de del y es un una en que por para con no se su sus al lo como más pero este esta estos fue son ha muy sin sobre también me hasta hay donde quien desde todo nos señor señora hola gracias sí usted',
  ),
  it: words(
    'il lo la gli le di del della e è un una in che per con non si su da al come più ma questo questa sono ha anche signora signore grazie buongiorno',
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Words of a Latin text, lower case; at most 400. */
export function latinWords(text: string): string[] {
  return (
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu) ?? []
  ).slice(0, 400);
}

/**
 * Language code, or '' when unsure. `least` is the number of common words that the best language must have; it must also
 * lead the next one by at least half.
 */
export function guessLatinLanguage(text: string, least: number): string {
  const found = latinWords(text);
  const scores = Object.entries(WORDS)
    .map(([language, known]) => ({ language, hits: found.filter((word) => known.has(word)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [best, next] = scores;
  if (!best || best.hits < least) return '';
  return next && best.hits < next.hits * 1.5 ? '' : best.language;
}
