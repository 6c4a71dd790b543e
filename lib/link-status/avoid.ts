// Which links are never asked for, because following them may change something: logging out, deleting, unsubscribing.

const TOKENS =
  /^(log-?_?out|log-?_?off|sign-?_?out|sign-?_?off|exit|quit|delete|del|remove|destroy|unsubscribe|unbind|cancel-?account)$/i;
const TEXT =
  /^(安全)?(退出|注销|登出|签退|删除|清空|退订|取消(关注|订阅|收藏))(本次|当前)?(登录|登陆|系统|账号|账户|帐号|用户)?$|^(log ?out|sign ?out|delete|unsubscribe)$/i;

/**
 * true: the address or the words of the link speak of logging out, deleting or the like. Whole words only: articles
 * about 企业注销登记 are read like any other page.
 */
export function changesSomething(url: string, text: string): boolean {
  if (TEXT.test(text.replace(/\s+/g, ' ').trim())) return true;
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return false;
  }
  const steps = address.pathname.split('/').map((step) => step.replace(/\.\w{1,6}$/, ''));
  return [...steps, ...address.searchParams.values(), ...address.searchParams.keys()].some((word) =>
    TOKENS.test(word),
  );
}
