export { statementOf } from '../statement.ts';
export { type Support, spokesman } from './spokesman.ts';
