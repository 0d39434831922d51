package io.scopebridge.mapping;

import static org.springframework.asm.Opcodes.ACC_PRIVATE;
import static org.springframework.asm.Opcodes.ACC_PUBLIC;
import static org.springframework.asm.Opcodes.ALOAD;
import static org.springframework.asm.Opcodes.ARETURN;
import static org.springframework.asm.Opcodes.ASM9;
import static org.springframework.asm.Opcodes.CHECKCAST;
import static org.springframework.asm.Opcodes.DUP;
import static org.springframework.asm.Opcodes.DUP_X1;
import static org.springframework.asm.Opcodes.F_SAME1;
import static org.springframework.asm.Opcodes.GETFIELD;
import static org.springframework.asm.Opcodes.IFNONNULL;
import static org.springframework.asm.Opcodes.INVOKEINTERFACE;
import static org.springframework.asm.Opcodes.INVOKESTATIC;
import static org.springframework.asm.Opcodes.POP;
import static org.springframework.asm.Opcodes.PUTFIELD;

import com.datasonnet.jsonnet.Val;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;

/**
 * Lets DataSonnet keep the value of an argument, a local and a list element, which it otherwise computes again at each use. The class of the
 * library that should do so is defined here, with one method replaced, before the library loads it; the method also asks whether the mapping
 * still has time. See docs/decisions/datasonnet-lazy.md.
 */
final class LazyValues {

    private static final Logger LOG = LoggerFactory.getLogger(LazyValues.class);
    private static final String LAZY = "com/datasonnet/jsonnet/Val$Lazy";
    private static final String VAL = "com/datasonnet/jsonnet/Val";
    private static final String TYPE = "L" + VAL + ";";
    private static final String KEPT = "kept";
    private static final String BUDGET = "io/scopebridge/mapping/MappingBudget";

    private LazyValues() {
    }

    /** Has an effect once, and only before the first mapping is compiled. Without effect mappings are slower and their results the same. */
    static void keep() {
        try (InputStream original = Val.class.getResourceAsStream("/" + LAZY + ".class")) {
            MethodHandles.privateLookupIn(Val.class, MethodHandles.lookup()).defineClass(keeping(original.readAllBytes()));
        } catch (IOException | IllegalAccessException | RuntimeException | LinkageError e) {
            LOG.warn("Mappings are slower than they could be, and are not stopped when they take too long: DataSonnet computes each argument again at each use. ({})", e.toString());
        }
    }

    private static byte[] keeping(byte[] original) {
        ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(original).accept(new ClassVisitor(ASM9, out) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return name.equals("force") ? null : super.visitMethod(access, name, descriptor, signature, exceptions);
            }

            @Override
            public void visitEnd() {
                visitField(ACC_PRIVATE, KEPT, TYPE, null, null).visitEnd();
                force(super.visitMethod(ACC_PUBLIC, "force", "()" + TYPE, null, null));
                super.visitEnd();
            }
        }, 0);
        return out.toByteArray();
    }

    /** {@code if (kept != null) return kept; MappingBudget.step(); return kept = (Val) calc0.apply()}. Two threads at once compute the same value. */
    private static void force(MethodVisitor code) {
        Label known = new Label();
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, LAZY, KEPT, TYPE);
        code.visitInsn(DUP);
        code.visitJumpInsn(IFNONNULL, known);
        code.visitInsn(POP);
        code.visitMethodInsn(INVOKESTATIC, BUDGET, "step", "()V", false);
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 0);
        code.visitFieldInsn(GETFIELD, LAZY, "calc0", "Lscala/Function0;");
        code.visitMethodInsn(INVOKEINTERFACE, "scala/Function0", "apply", "()Ljava/lang/Object;", true);
        code.visitTypeInsn(CHECKCAST, VAL);
        code.visitInsn(DUP_X1);
        code.visitFieldInsn(PUTFIELD, LAZY, KEPT, TYPE);
        code.visitLabel(known);
        code.visitFrame(F_SAME1, 0, null, 1, new Object[] {VAL});
        code.visitInsn(ARETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
