/** One of the dictionaries of opencc-js, which the package exports without a type: "traditional simplified" pairs between bars. */
declare module "opencc-js/dict/TSCharacters" {
  const pairs: string;
  export default pairs;
}
