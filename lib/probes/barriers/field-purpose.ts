// What a form field asks for, told by its words: personal data has a standard purpose (WCAG 1.3.5); pictures with codes.

const PURPOSES: [purpose: string, words: RegExp][] = [
  ['email', /邮箱|电子邮件|e-?mail\b/i],
  ['tel', /手机|联系电话|电话号码|固定电话|联系方式|\b(?:mobile|phone|telephone)\b/i],
  ['postal-code', /邮政编码|邮编|\b(?:post ?code|zip ?code)\b/i],
  ['street-address', /通信地址|通讯地址|联系地址|家庭住址|居住地址|\bstreet address\b/i],
  ['bday', /出生日期|出生年月|\bdate of birth\b|\bbirthday\b/i],
  ['organization', /工作单位|\b(?:company|organi[sz]ation) name\b/i],
  ['name', /姓名|联系人|写信人|\b(?:full|your|first|last|sur) ?name\b/i],
];

/** Token of HTML's autocomplete that fits, '' for fields that ask for nothing personal. */
export function fieldPurpose(words: string): string {
  // Searching for other people's data or checking an answer is nothing that a browser could fill in.
  if (/搜索|检索|关键|查询码|验证码|企业名称|标题|search|keyword|captcha/i.test(words)) return '';
  return PURPOSES.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
}

/** A picture that shows a code to be typed. `read` gives an attribute without blanks. */
export function isCaptcha(image: Element, read: (element: Element, name: string) => string): boolean {
  const words = ['src', 'id', 'class', 'alt', 'title', 'name'].map((name) => read(image, name)).join(' ');
  return /captcha|kaptcha|verify-?(?:code|img|image)|validate-?code|checkcode|authcode|imgcode|yzm|验证码/i.test(
    words,
  );
}
