import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { alarms, AWAY, missed, PROMISE, REVIEW, SENSITIVE } from './shown-intents.ts'

describe('intents in Spanish', () => {
  it('sees moves away from Amazon', () =>
    assert.deepEqual(
      missed(AWAY, [
        'Páseme su celular y le marco.',
        'Agrégame al WhatsApp, porfa.',
        '¿Me puede facilitar su correo personal?',
        'Compre en nuestra web y se ahorra la comisión.',
        'Lo arreglamos entre nosotros, fuera de Amazon.',
        'Hágame un bizum y se lo mando hoy.',
        'Si deposita en Oxxo le hago un descuento.',
        'Llámenos, es más rápido.',
        'Escríbanos por privado en Instagram.',
        'Mejor pague en efectivo, le sale más barato.',
        'Nos encuentra en Telegram.',
        'Hagamos una videollamada para ver el fallo.',
      ]),
      [],
    ))

  it('sees promises that nobody can keep', () =>
    assert.deepEqual(
      missed(PROMISE, [
        'Lo tendrá mañana sin falta.',
        'Le prometo que no volverá a ocurrir.',
        'Esta cuchilla nunca se rompe.',
        'Entrega garantizada antes del viernes.',
        'Tiene mi palabra, llegará el lunes.',
        'Le aseguro que funcionará.',
        'Se lo juro, se lo reembolsamos.',
        'Llegará sí o sí el sábado.',
        'Nada puede salir mal.',
        'Puede estar seguro de que le gustará.',
      ]),
      [],
    ))

  it('sees pressure on reviews', () =>
    assert.deepEqual(
      missed(REVIEW, [
        'Si está contento con la compra, déjenos una reseña.',
        'Le regalamos un cupón por cinco estrellas.',
        '¿Podría eliminar su comentario negativo?',
        'Le devolvemos el dinero en cuanto cambie su valoración.',
        'Antes de publicar una opinión, escríbanos.',
        'Ayúdenos con una buena calificación.',
        'Pónganos 5 estrellas, por favor.',
        'Hay un regalo esperándole a cambio de su reseña.',
        'Pida a sus amigos que dejen una reseña positiva.',
        'Mándenos la captura de su reseña y recibirá el reembolso.',
      ]),
      [],
    ))

  it('sees requests for what nobody may ask', () =>
    assert.deepEqual(
      missed(SENSITIVE, [
        'Necesitamos su IBAN para devolver el importe.',
        'Mándeme una foto de su DNI.',
        '¿Cuál es su contraseña de Amazon?',
        'Dígame el código que le llegó por SMS.',
        'Indíquenos los tres dígitos de atrás.',
        'Facilíteme su fecha de nacimiento.',
        'Envíenos copia de su INE.',
        'Pásame tu CLABE.',
        'Introduzca aquí el número de su tarjeta.',
        'Me hace falta su CURP.',
      ]),
      [],
    ))

  it('lets everyday answers pass', () =>
    assert.deepEqual(
      alarms([
        'El paquete debería llegar el lunes.',
        'Gracias por su reseña, nos ayuda a mejorar.',
        'Puede dejar una opinión honesta, buena o mala.',
        'Nunca pedimos contraseñas.',
        'No nos envíe datos bancarios.',
        'Envíenos una foto de la lámpara, por favor.',
        '¿Puede indicarnos su número de pedido?',
        'La garantía es de dos años.',
        'La camisa es 100 % algodón.',
        'La batería viene cargada al 100 %.',
        'No podemos prometer una fecha.',
        'Ya le hemos reembolsado el importe.',
        '¿Qué talla necesita?',
        'No atendemos por WhatsApp.',
        'Responda a este mensaje.',
        'Contáctenos directamente por Amazon.',
        'Hemos leído su reseña y lo sentimos.',
        'El transportista intentará entregar mañana.',
        '¿Ha cambiado de opinión? La devolución es gratuita.',
        'Lo comprobaremos con el transportista.',
        'No pague nunca fuera de Amazon.',
        'Como le prometimos, el reembolso ha sido emitido.',
        'El cable es compatible con casi todos los móviles.',
        'No comparta su número de teléfono.',
        '¿Cuál es la fecha de caducidad del producto?',
        'La contraseña por defecto está en el manual.',
        'El número de seguimiento aparece en su cuenta.',
        'La funda para pasaporte es roja.',
        'El pedido va en camino y está previsto para el jueves.',
        'La cremallera se rompió a los dos días.',
        'Sentimos mucho el retraso.',
        'La factura está en sus pedidos.',
        'La etiqueta de devolución va dentro de la caja.',
        'Díganos qué color prefiere.',
        'Suele tardar tres días.',
        '¿Se enciende todavía la luz?',
        '¿Prefiere un cambio o el reembolso?',
        'No dude en responder aquí.',
        'La mesa pesa ocho kilos.',
        '¿Puede probar con otro enchufe?',
      ]),
      [],
    ))
})

describe('intents in Portuguese', () => {
  it('sees moves away from Amazon', () =>
    assert.deepEqual(
      missed(AWAY, [
        'Me passa seu celular que eu te ligo.',
        'Chama a gente no WhatsApp.',
        'Pode deixar-nos o seu e-mail pessoal?',
        'Compre na nossa loja online, fica mais barato.',
        'Resolvemos isto entre nós, fora da Amazon.',
        'Faz um Pix que eu dou desconto.',
        'Aceitamos MB Way ou transferência.',
        'Ligue-nos, é mais rápido.',
        'Mande mensagem privada no Instagram.',
        'Se pagar em dinheiro sai mais em conta.',
        'Encontra-nos no Telegram.',
        'Podemos fazer uma videochamada?',
      ]),
      [],
    ))

  it('sees promises that nobody can keep', () =>
    assert.deepEqual(
      missed(PROMISE, [
        'Vai receber amanhã sem falta.',
        'Prometo que não volta a acontecer.',
        'Esta lâmina nunca quebra.',
        'Entrega garantida até sexta-feira.',
        'Tem a minha palavra, chega na segunda.',
        'Garanto-lhe que vai funcionar.',
        'Juro que devolvemos o dinheiro.',
        'Chega com certeza no sábado.',
        'Nada pode correr mal.',
        'Pode ficar descansado que amanhã está aí.',
      ]),
      [],
    ))

  it('sees pressure on reviews', () =>
    assert.deepEqual(
      missed(REVIEW, [
        'Se ficou satisfeito, deixe uma avaliação.',
        'Oferecemos um vale por cinco estrelas.',
        'Poderia remover o seu comentário negativo?',
        'Devolvemos o dinheiro assim que alterar a avaliação.',
        'Antes de avaliar, fale connosco.',
        'Ajude-nos com uma boa avaliação.',
        'Dê 5 estrelas, por favor.',
        'Ganhe um brinde em troca da sua opinião.',
        'Peça aos seus amigos uma avaliação positiva.',
        'Envie o print da avaliação e receba o reembolso.',
      ]),
      [],
    ))

  it('sees requests for what nobody may ask', () =>
    assert.deepEqual(
      missed(SENSITIVE, [
        'Precisamos do seu IBAN para o reembolso.',
        'Mande uma foto do seu RG.',
        'Qual é a sua senha da Amazon?',
        'Diga-me o código recebido por SMS.',
        'Informe os três dígitos do verso.',
        'Indique a sua data de nascimento.',
        'Envie-nos uma cópia do cartão de cidadão.',
        'Me manda teu CPF.',
        'Preencha o número do cartão de crédito.',
        'Falta o NIF e o nome da mãe, pode enviar?',
      ]),
      [],
    ))

  it('lets everyday answers pass', () =>
    assert.deepEqual(
      alarms([
        'A encomenda deve chegar na segunda-feira.',
        'Obrigado pela sua avaliação, ajuda-nos a melhorar.',
        'Pode deixar uma opinião honesta, boa ou má.',
        'Nunca pedimos senhas.',
        'Não nos envie dados bancários.',
        'Envie-nos uma foto do candeeiro, por favor.',
        'Pode indicar o número da encomenda?',
        'A garantia é de dois anos.',
        'A camisa é 100% algodão.',
        'A bateria vem carregada a 100%.',
        'Não podemos prometer uma data.',
        'Já foi reembolsado ontem.',
        'Que tamanho precisa?',
        'Não atendemos pelo WhatsApp.',
        'Responda a esta mensagem.',
        'Contacte-nos diretamente pela Amazon.',
        'Lemos a sua avaliação e lamentamos.',
        'A transportadora vai tentar entregar amanhã.',
        'Mudou de ideia? A devolução é gratuita.',
        'Vamos verificar com a transportadora.',
        'Nunca pague fora da Amazon.',
        'Como prometido, o reembolso foi emitido.',
        'O cabo é compatível com quase todos os telefones.',
        'Não partilhe o seu número de telefone.',
        'Qual é o prazo de validade do produto?',
        'A senha padrão está no manual.',
        'O código de rastreio está na sua conta.',
        'O porta cartões é vermelho.',
        'O pacote está a caminho, a previsão é quinta-feira.',
        'O fecho partiu ao fim de dois dias.',
        'Pedimos desculpa pelo atraso.',
        'A nota fiscal está nos seus pedidos.',
        'A etiqueta de devolução vai na caixa.',
        'Diga-nos que cor prefere.',
        'Normalmente demora três dias.',
        'A luz ainda acende?',
        'Prefere a troca ou o reembolso?',
        'Não hesite em responder aqui.',
        'A mesa pesa oito quilos.',
        'Consegue testar noutra tomada?',
      ]),
      [],
    ))
})
