// What people write when there is no legal problem: small talk, errands, homework, other trades.
import { cues } from "./cue.ts";

export const NENHUMA = cues("nenhuma", [
  [
    null,
    4,
    "receita de | receita do bolo | previsao do tempo | vai chover | piada | conta uma piada | qual o melhor | melhor celular | melhor notebook | quanto custa um | flamengo | corinthians | resultado do jogo | novela | serie boa | letra da musica | horoscopo | signo | loteria | mega sena | trabalho da escola | trabalho de escola | licao de casa | dever de casa | redacao sobre | resumo do livro | traduz* | traducao de | como se diz | emagrecer | academia perto | onde comprar | indica um | indicar um | recomenda* | dica de | dicas de | qual a capital | quem descobriu | quem inventou | que horas | que dia e hoje | teste de matematica | codigo em python | excel | namorar | arrumar namorad* | simpatia | oracao | bom dia grupo | como fazer bolo | viajar de ferias | jogo do | joguinho | formatar",
  ],
  [
    null,
    2,
    "so testando | testando | teste | curiosidade | so queria conversar | so conversar | bater papo | quem e voce | o que voce faz | oi tudo bem | engano | numero errado | desculpa engano | queria saber qual | vaga de emprego | procuro emprego | eletricista | encanador | diarista para | vendo um | pintor | marido de aluguel",
  ],
  [
    null,
    4,
    "recipe | weather | will it rain | joke | tell me a joke | best phone | which phone | football score | who won | lyrics | horoscope | lottery | homework | essay about | book summary | translate | translation of | how do you say | lose weight | recommend* | where can i buy | capital of | who invented | what time is it | what day is | math problem | python | spreadsheet | find a girlfriend | find a boyfriend | bake | video game | poem",
  ],
  [
    null,
    2,
    "just testing | testing | just curious | just wanted to chat | wrong number | sorry wrong | who are you | what can you do | looking for a job | electrician | plumber | good gym | write me a",
  ],
  [
    null,
    3.5,
    "traduzir | ingles para mim | emagrecer | notebook | eletricista | chuveiro | aprender a tocar | violao | por onde comeco | quantos anos tem | neymar | ator | cantor | cantora | copa do mundo | campeonato | treino | dor de barriga | gripe | faxina em casa | passar roupa | bolsa de estudo em | como fazer | close to the hotel | gym near | poem about | sourdough | weather like | game last night | learn to play | guitar | song about | best way to learn | planta | jardim | presente para | aniversario | fantasia | carnaval | natal com | roupa para",
  ],
  [null, 2, "programar"],
  [null, 2, "futebol"],
  [
    null,
    1.5,
    "beach | praia | restaurante* | restaurant | pizza | pizzaria | bolo | cake | song | movie | filme | musica | resume | diet | dieta | churrasco | barbecue | curriculo | install | instalar",
  ],
  [null, 2.5, "good restaurant | restaurante bom | bom restaurante | nice beach | good beach | melhor praia"],
]);
