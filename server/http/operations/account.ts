import 'server-only';
import {
  accountDeletion,
  emailChange,
  emailChanged,
  emailConfirmation,
  emailConfirmed,
  nameChange,
  ownAccount,
  passwordChange,
  resetFinish,
  resetRequest,
  resetWay,
  sessionReply,
  signInRequest,
  signUpReply,
  signUpRequest,
} from '@/model/account';
import { ANY, BODY, operation, WRITE } from './operation';

const GUESS = 'Tries are counted per account and address together, and loosely per address.';

export const readSession = operation({
  id: 'readSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who am I?',
  description: 'Whom the cookie stands for. Makes nobody.',
  learner: 'may',
  replies: { 200: { says: 'The learner of the cookie.', schema: sessionReply } },
  problems: ANY,
});

export const openSession = operation({
  id: 'openSession',
  method: 'POST',
  path: '/api/session',
  summary: 'Be known',
  description: 'Makes an anonymous learner, kept in a signed cookie, where the request has none. Needs no body.',
  learner: 'no',
  limit: 'session',
  replies: { 200: { says: 'The learner of the cookie.', schema: sessionReply } },
  problems: WRITE,
});

export const signUp = operation({
  id: 'signUp',
  method: 'POST',
  path: '/api/account/sign-up',
  summary: 'Make an account',
  description: `Makes an account and begins its session; what was done without an account comes along. Where mail is set up, the address must be confirmed first, and the answer is the same whether it is taken or not. ${GUESS}`,
  body: signUpRequest,
  learner: 'no',
  limit: 'session',
  replies: { 201: { says: 'The account.', schema: signUpReply } },
  problems: [...BODY, 'email-taken', 'too-many-tries'],
});

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/api/account/sign-in',
  summary: 'Sign in',
  description: `Begins a new session and ends the one before. What was done without an account comes along. ${GUESS}`,
  body: signInRequest,
  learner: 'no',
  limit: 'session',
  replies: { 200: { says: 'The account.', schema: sessionReply } },
  problems: [...BODY, 'wrong-credentials', 'email-not-confirmed', 'too-many-tries'],
});

export const signOut = operation({
  id: 'signOut',
  method: 'POST',
  path: '/api/account/sign-out',
  summary: 'Sign out',
  description: 'Ends the session of an account and takes the cookie back; does nothing where nobody is signed in.',
  learner: 'may',
  limit: 'session',
  replies: { 204: { says: 'Nobody is signed in here.', schema: null } },
  problems: WRITE,
});

const OWN = { learner: 'account', limit: 'write' } as const;
const OWN_BODY = [...BODY, 'not-signed-in'] as const;

export const readAccount = operation({
  id: 'readAccount',
  method: 'GET',
  path: '/api/account',
  summary: 'My account',
  description: 'Name, address, and how many other browsers are signed in.',
  learner: 'account',
  replies: { 200: { says: 'The account.', schema: ownAccount } },
  problems: [...ANY, 'not-signed-in'],
});

export const changeName = operation({
  ...OWN,
  id: 'changeName',
  method: 'POST',
  path: '/api/account/name',
  summary: 'Change my name',
  description: 'The name by which the book, and later a class, calls the learner.',
  body: nameChange,
  replies: { 200: { says: 'The account.', schema: sessionReply } },
  problems: OWN_BODY,
});

export const changePassword = operation({
  ...OWN,
  id: 'changePassword',
  method: 'POST',
  path: '/api/account/password',
  summary: 'Change my password',
  description: `Ends every other session, and begins this one anew. ${GUESS}`,
  body: passwordChange,
  replies: { 204: { says: 'The new password holds.', schema: null } },
  problems: [...OWN_BODY, 'wrong-password', 'too-many-tries'],
});

export const changeEmail = operation({
  ...OWN,
  id: 'changeEmail',
  method: 'POST',
  path: '/api/account/email',
  summary: 'Change my address',
  description: `At once, or, where mail is set up, when the new address has been confirmed. ${GUESS}`,
  body: emailChange,
  replies: { 200: { says: 'What comes next.', schema: emailChanged } },
  problems: [...OWN_BODY, 'wrong-password', 'email-taken', 'too-many-tries'],
});

export const endOtherSessions = operation({
  ...OWN,
  id: 'endOtherSessions',
  method: 'POST',
  path: '/api/account/end-other-sessions',
  summary: 'Sign out everywhere else',
  description: 'Ends every session of the account but this one. Needs no body.',
  replies: { 204: { says: 'Only this browser is signed in.', schema: null } },
  problems: [...WRITE, 'not-signed-in'],
});

export const deleteAccount = operation({
  ...OWN,
  id: 'deleteAccount',
  method: 'POST',
  path: '/api/account/delete',
  summary: 'Delete my account',
  description: `Deletes the account with everything that is kept of it, and takes the cookie back. ${GUESS}`,
  body: accountDeletion,
  replies: { 204: { says: 'Nothing is kept any more.', schema: null } },
  problems: [...OWN_BODY, 'wrong-password', 'too-many-tries'],
});

export const readResetWay = operation({
  id: 'readResetWay',
  method: 'GET',
  path: '/api/account/reset',
  summary: 'How is a forgotten password replaced?',
  description: 'By a link that is mailed, or by one that whoever runs the book prints (`npm run reset-password`).',
  learner: 'no',
  replies: { 200: { says: 'The way.', schema: resetWay } },
  problems: ANY,
});

export const askForReset = operation({
  id: 'askForReset',
  method: 'POST',
  path: '/api/account/reset',
  summary: 'I forgot my password',
  description: `Mails a link, where mail is set up and there is such an account; the answer does not tell. ${GUESS}`,
  body: resetRequest,
  learner: 'no',
  limit: 'session',
  replies: { 202: { says: 'How the link comes.', schema: resetWay } },
  problems: [...BODY, 'too-many-tries'],
});

export const finishReset = operation({
  id: 'finishReset',
  method: 'POST',
  path: '/api/account/reset/finish',
  summary: 'Choose a new password',
  description: `With the secret of a link, once. Ends every session of the account. ${GUESS}`,
  body: resetFinish,
  learner: 'no',
  limit: 'session',
  replies: { 204: { says: 'The new password holds.', schema: null } },
  problems: [...BODY, 'link-of-no-use', 'too-many-tries'],
});

export const confirmEmail = operation({
  id: 'confirmEmail',
  method: 'POST',
  path: '/api/account/confirm-email',
  summary: 'This mailbox is mine',
  description: `With the secret of a link that was mailed there, once. ${GUESS}`,
  body: emailConfirmation,
  learner: 'no',
  limit: 'session',
  replies: { 200: { says: 'The address that is confirmed.', schema: emailConfirmed } },
  problems: [...BODY, 'link-of-no-use', 'email-taken', 'too-many-tries'],
});

export const ACCOUNT_OPERATIONS = [
  readSession,
  openSession,
  signUp,
  signIn,
  signOut,
  readAccount,
  changeName,
  changePassword,
  changeEmail,
  endOtherSessions,
  deleteAccount,
  readResetWay,
  askForReset,
  finishReset,
  confirmEmail,
];
