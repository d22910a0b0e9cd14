/** What framer-motion needs for tokens that slide; comes with the first state diagram that is brought alive. */
export { domAnimation } from 'framer-motion';
