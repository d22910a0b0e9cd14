// The words of this folder, in the shape of content/<locale>/words/account.json.

export const FORM_WORDS = {
  email: '',
  name: '',
  password: '',
  newPassword: '',
  currentPassword: '',
  nameHint: '',
  passwordHint: '',
  show: '',
  hide: '',
  sending: '',
  noScript: '',
  faults: { email: '', name: '', short: '', long: '', empty: '', unreachable: '' },
};
export type FormWords = typeof FORM_WORDS;

export const SIGN_IN_WORDS = { send: '', forgotten: '', none: '', signUp: '', already: '', goOn: '' };
export const SIGN_UP_WORDS = { send: '', have: '', signIn: '', kept: '', confirm: '', already: '', goOn: '' };
export const RESET_WORDS = {
  byMail: '',
  byCommand: '',
  command: '',
  send: '',
  sent: '',
  choose: '',
  save: '',
  done: '',
  signIn: '',
};
export const CONFIRM_WORDS = { text: '', send: '', done: '', signIn: '', noLink: '' };
export const CARD_WORDS = { anonymous: '', signUp: '', signIn: '', signedIn: '', account: '', signOut: '' };
export const LEAVE_WORDS = { waiting: '', anyway: '', stay: '', failed: '' };
export const OWN_WORDS = {
  loading: '',
  nobody: '',
  signIn: '',
  emailIs: '',
  since: '',
  name: { title: '', send: '', done: '' },
  email: { title: '', send: '', changed: '', confirm: '' },
  password: { title: '', text: '', send: '', done: '' },
  sessions: { title: '', none: '', some: '', send: '', done: '' },
  delete: { title: '', text: '', export: '', send: '', done: '' },
};
