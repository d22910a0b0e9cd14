import 'server-only';
import { sessionReply, signInRequest, signUpReply, signUpRequest } from '@/model/account';
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
  description: `Makes an account and begins its session. What was done without an account comes along. ${GUESS}`,
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
  problems: [...BODY, 'wrong-credentials', 'too-many-tries'],
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

export const ACCOUNT_OPERATIONS = [readSession, openSession, signUp, signIn, signOut];
