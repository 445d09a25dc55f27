// Sentences in the language of the page.
export const isEnglish = document.documentElement.lang == 'en';
export const say = (indonesian, english) => isEnglish ? english : indonesian;
