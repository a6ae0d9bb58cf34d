export { type BookRef, getPolicyBook, loadPolicyBook } from "./books.ts";
