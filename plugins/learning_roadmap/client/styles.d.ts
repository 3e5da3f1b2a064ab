/* A style sheet that a part of the client contains, as text. */

declare module "*.css" {
  const text: string;
  export default text;
}
