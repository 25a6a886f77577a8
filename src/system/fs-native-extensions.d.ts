/** What is used of it. */
declare module 'fs-native-extensions' {
  /** Lock a file for its descriptor alone, if nobody else holds it. @throws Error with `code`. */
  export function tryLock(descriptor: number): boolean;
}
